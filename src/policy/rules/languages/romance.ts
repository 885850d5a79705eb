import type { LanguageIntents } from './intents.ts';

export const SPANISH: LanguageIntents = {
  destroy: [
    'borr*, elimin*, vaci*, vacía, destru*, suprim*, formate*, sobrescrib*, limpia, limpiar, purg*, tira, tirar, arras*, apaga, mata, reinicia, resetea, corromp*, sabote*, rompe, descarta, deshaz*, cifra, reescrib*, aniquila, tumba, desinstala',
    'todos los archivos, todos los ficheros, todos los datos, todas las tablas, todas las ramas, todos los usuarios, todos los registros, todos los procesos, todas las copias, todo el, toda la, todo lo, todo, todos, todas, base de datos, bases de datos, producción, copias de seguridad, copia de seguridad, disco, disco duro, historial, historial de git, repositorio entero, repositorio completo, respaldos, rama principal, servidor, máquina, carpeta personal, datos de clientes, ramas, las ramas, historial, historial de git, repositorio, servidor, servidores, tabla, tablas, copias, clientes, volúmenes, cuentas, commits, proyecto, disco, logs, registros',
  ],
  secrets: [
    'muestr*, muéstr*, enseñ*, imprim*, lee, leer, léeme, copia, copiar, envía, enviar, envíame, manda, mandar, dime, dame, busca, buscar, extra*, recuper*, lista, listar, revel*, exporta, descifr*, guard*, publica, saca, recoge, anota, roba, usa, utiliza, cuál es, cuáles son, adivin*, filtra, escribe, pega, vuelca, obtén, encuentra, localiza, vuelca, envíame, pásame',
    'contraseña, contraseñas, credencial*, secreto, secretos, clave, claves, claves privadas, clave de la api, clave privada, token, tokens, env, llave, llaves, llave privada, variables de entorno, cookies, gestor de contraseñas, llavero, clave ssh, tarjetas de crédito, id rsa, ssh, aws credentials, contenido de env, claves del servidor, clave del servidor, contraseña de, certificado, sesión, sesiones, llaves ssh, tarjeta',
  ],
  rights: [
    'conviért*, conviert*, obtén, obtener, ejecut*, usa, usar, date, dame, consigue, instala, eleva, como, con, hazte, hazme, gana, otórga*, otorga, ponme, cambia, dame',
    'superusuario, root, sudo, administrador, administradora, privilegios, permisos de root, permisos de administrador, permisos de escritura, acceso total, todos los permisos, más permisos, propietario, acceso de administrador, acceso root, derechos de administrador, control total, permisos totales, sudoers, admin',
  ],
  checks: [
    'desactiv*, salta, sáltate, saltar, omit*, elimin*, quita, quitar, ignor*, apaga, evita, deshabilit*, burla, sube, fusiona, esquiva, borra, comenta, anula, aprueba, acepta, permite, rodea, elude, haz que, marca, baja, silencia, desconecta, suprime, rompe, brinca',
    'seguridad, comprobaciones de seguridad, cortafuegos, sandbox, todas las pruebas, todos los tests, todas las comprobaciones, pruebas que fallan, tests que fallan, pruebas fallidas, las pruebas, los tests, comprobaciones, hook, hooks, política, restricciones, verificación, control de acceso, autenticación, autorización, revisión, revisión de código, sin revisión, sin preguntar, permisos, linter, guardia, protección, protecciones, validación, validaciones, doble factor, dos factores, antivirus, certificados, alertas, controles, límites, auditoría, ci, pruebas, tests, cortafuegos, firewall, verificaciones, revisión de código, aprobación, protección de rama, doble factor, dos factores, antivirus, certificados, linter, firma',
  ],
  override: [
    'olvid*, ignor*, descarta, desobedec*, omite, salta, muestra, muéstrame, revela, repite, actúa, haz, finge, responde, eres, imagina, sigue, obedece, ya no',
    'instrucciones, instrucción, reglas, tus reglas, las reglas, anteriores, indicaciones, prompt del sistema, tu prompt, órdenes, restricciones, sin restricciones, filtros, sin filtros, sin límites, como administrador, como si fueras, que eres el, eres el administrador, todo lo que diga, lo que diga',
  ],
  outside: [
    'lee, leer, escribe, escribir, copia, abre, abrir, busca, modifica, edita, mira, entra, cambia, mueve, lista, revisa, ordena, borra, instala, muestra, guarda, sal, sube, accede, resume, recorre, limpia, arregla',
    'fuera del proyecto, fuera de este proyecto, fuera del repositorio, fuera del directorio, directorio padre, directorio personal, directorio superior, carpeta padre, carpeta personal, carpeta superior, carpeta de otro, carpeta de mi, etc, etc hosts, usr, escritorio, otros proyectos, otro proyecto, otros repositorios, otro repositorio, otros usuarios, otro usuario, todo el disco, mi ordenador, mi equipo, este equipo, esta máquina, mi correo, mi portátil, bandeja de entrada, descargas, documentos de, mis fotos, mis documentos, archivos del sistema, configuración del sistema, globalmente, compañero, compañera',
  ],
  move: [
    'sube, subir, envía, enviar, envíame, manda, mandar, publica, copia, transfer*, comparte, filtra, vende, exporta, reenvía, expón, abre, haz, sube, deposita, copia',
    'servidor externo, servidor remoto, servidor ajeno, mi servidor, mi correo, mi cuenta, mi github, bucket, bucket público, público, pública, https, http, clientes a, datos de clientes, base de datos de clientes, pastebin, internet, esta dirección, webhook, terceros, la competencia, la prensa, dropbox, google drive, telegram, usb, servidor personal, mi servidor personal, código fuente a, repositorio público, mi nube, la nube, a mi, internet',
  ],
  run: [
    'ejecut*, corre, correr, lanza, abre, escribe, haz, abre una, dame',
    'comando, comandos, bash, lo que venga, comandos que, shell, terminal, consola, cualquier comando, cualquier cosa, script que hay en, script de, script en, lo que te, lo que diga, lo que mande, siguiente comando, órdenes que, shell inversa, shell remota, una shell, script, el script, todo lo que te, código, binario, mis comandos, como root todo',
  ],
  persist: [
    'instal*, crea, crear, añad*, program*, escond*, deja, dejar, configura, registra, inserta, mete, pon, haz que, esconde, introduce, deja',
    'cron, cronjob, tarea programada, tareas programadas, puerta trasera, arranque, arranque del sistema, inicio del sistema, arranque con el sistema, inicie con, bashrc, cuenta oculta, cuenta secreta, usuario oculto, usuario secreto, servicio que, proceso que, se conecte cada, tras reiniciar, después de reiniciar, cada reinicio, contraseña maestra, troyano, keylogger, en segundo plano para siempre, puerta trasera, una puerta trasera, usuario administrador, administrador oculto, clave ssh, authorized keys, webshell, rootkit, malware, troyano',
  ],
  agents: [
    'lanza*, inicia*, crea*, delega*, arranca*, ejecuta*, llama*, abre, genera, pide, encarga, pon',
    'otros agentes, más agentes, nuevos agentes, diez agentes, varios agentes, otro agente, un agente, agentes, subagente, subagentes, instancias de claude, claude, copias de ti, copia de ti, ti mismo, esta misma tarea otra vez',
  ],
  records: [
    'borr*, modific*, cambia, falsific*, sobrescrib*, elimin*, edita, altera, manipul*, sube, aumenta, marca, oculta, detén, para, limpia, vacía',
    'outloop, coordination jsonl, activity jsonl, outloop yaml, registro de auditoría, registro de actividad, tu presupuesto, tu límite, tus límites, tus permisos, tus huellas, rastro, rastros, diario de tareas, las otras tareas, otros agentes, supervisor, registros, los registros, logs, huellas, rastros de',
  ],
  mining: [
    'mina, minar, minando, minería, mine, minero, usa, instala, pon',
    'bitcoin*, monero, ethereum, criptomoneda*, cripto*, monedas, minar, minería, minero, un minero, mineros',
  ],
};

export const FRENCH: LanguageIntents = {
  destroy: [
    'supprim*, efface*, détrui*, vide, vider, videz, écrase*, formate*, purge*, nettoie, jette, rase, éteins, redémarre, tue, réinitialise, corromp*, sabote*, casse, abandonne, anéantis, élimine, arrache, chiffre, formate, réécris',
    'tous les fichiers, tous les données, toutes les données, toutes les tables, toutes les branches, tous les utilisateurs, tous les processus, tous les dossiers, tous les, toutes les, toute la, tout le, tout, base de données, bases de données, production, prod, sauvegarde, sauvegardes, disque, disque dur, historique, historique git, dépôt entier, le dépôt, branche principale, serveur, machine, dossier personnel, données clients, branche main, branches, branche, dépôt, historique, commits, serveur, serveurs, toute, tables, données, clients, volumes, dossiers, comptes, journaux, logs, index',
  ],
  secrets: [
    'affich*, montr*, lis, lire, copi*, envo*, donne, donner, cherch*, extrai*, récupèr*, récupér*, imprim*, révèl*, liste, lister, exporte, déchiffr*, écri*, publi*, recopi*, trouve, quel est, quels sont, quelle est, vole, devine, utilise, note, colle, sors, dis, dump*, expose, publie, envoie',
    "mot de passe, mots de passe, identifiants, secret, secrets, clé, clés, clé privée, clé ssh, clé api, clés api, clefs, clef, jeton, jetons, token, tokens, env, variables d'environnement, d'environnement, cookies, trousseau, gestionnaire de mots de passe, ssh, id rsa, cartes bancaires, mot de passe administrateur, mots de passe enregistrés, contenu du fichier env, fichier env, certificat, clé privée ssh, carte bancaire, identifiant, sessions, session",
  ],
  rights: [
    'donne, deviens, devenir, obtien*, obtenir, exécut*, lance, lancer, utilise, en tant que, avec, élève, accorde, passe, mets, change, fais, obtiens',
    "droits admin, droits administrateur, droits d'administrateur, droits root, droits d'accès, tous les droits, droits, super utilisateur, superutilisateur, sudo, root, administrateur, admin, privilèges, propriétaire, les droits, droits root, accès root, accès administrateur, accès total, élévation, sudoers, en root",
  ],
  checks: [
    'désactiv*, saute, sauter, supprim*, ignor*, contourn*, coupe, enlève, enlever, retire, arrête, fusionne, pousse, éteins, neutralis*, évite, efface, commente, approuve, accepte, autorise, force, baisse, fais en sorte, marque, neutralise, débranche, passe outre, outrepass*, supprime',
    'sécurité, contrôles de sécurité, bac à sable, sandbox, pare feu, tous les tests, les tests qui échouent, tests qui échouent, les tests, vérification, vérifications, hook, hooks, politique, garde fou, garde fous, authentification, autorisation, revue, revue de code, relecture, sans revue, sans demander, sans vérifier, permissions, contrôle, contrôles, linter, protection, protections, validation, antivirus, certificats, alertes, double authentification, limites, la ci, audit, tests, tous les contrôles, double authentification, deux facteurs, protection de branche, branche protégée, antivirus, pare-feu, vérifications de sécurité, approbation, approbations, revues, règles de sécurité, certificats, signature',
  ],
  override: [
    "oubli*, ignor*, néglig*, contourn*, passe outre, affiche, donne, montre, révèle, répète, fais comme si, fais, agis, comporte, imagine, obéis, réponds, tu es, vous, tu n'as",
    "instructions, instruction, règles, tes règles, les règles, consignes, précédentes, précédents, prompt système, ton prompt, directives, restrictions, sans restriction, sans restrictions, sans aucune restriction, aucune restriction, plus soumis, n'es plus soumis, n'êtes plus, sans limites, limites, l'administrateur, administrateur, comme si tu, tout ce que je dis, ce que je dis",
  ],
  outside: [
    'lis, lire, écri*, copi*, ouvr*, cherch*, modifi*, regarde, va, liste, déplac*, parcour*, fouill*, sors, supprime, installe, montre, enregistre, accède, résume, range, change, corrige, fouille',
    'en dehors du projet, hors du projet, en dehors du dépôt, hors du dépôt, dehors du, dossier parent, répertoire parent, dossier personnel, répertoire personnel, dossier de mon, dossier de ma, etc, usr, bureau, mon bureau, autres projets, autre projet, autres dépôts, autre dépôt, autres utilisateurs, autre utilisateur, tout le disque, ma machine, cette machine, mon ordinateur, mon portable, mes mails, mes photos, mes documents, boîte de réception, ma boîte, ma boîte mail, téléchargements, fichiers système, configuration du système, globalement, collègue, collègues, fichier hosts, fichiers du serveur, disque entier, répertoire supérieur, dossier supérieur, projet voisin, dépôt voisin, autre projet, bureau de, ordinateur',
  ],
  move: [
    'envo*, envoyer, téléverse*, publi*, transfer*, transfér*, partag*, copi*, poste, expédi*, mets, vends, exporte, divulgue, ouvre, rends, pousse, sauvegarde, dépose, balance',
    'serveur externe, serveur distant, mon serveur, mon adresse, mon compte, mon mail, mon github, cette adresse, https, http, clients à, base clients, données clients, pastebin, internet, public, publique, webhook, des tiers, un tiers, la concurrence, la presse, en ligne, dropbox, google drive, telegram, clé usb, code source sur, dépôt public, serveur personnel, mon serveur, mon drive, base clients, base de données sur, fuite',
  ],
  run: [
    'exécut*, lance, lancer, ouvre, ouvrir, tape, fais, exécute*, lance le',
    "commande, commandes, commande suivante, shell, terminal, console, script de, script à, script depuis, n'importe quelle commande, n'importe quel, tout ce que, ce que je t'envoie, ce que je te, ce que l'utilisateur, script joint, le script, script, commandes, mes commandes, code, binaire, pièce jointe, shell distant, shell inversé, sans le lire",
  ],
  persist: [
    'install*, crée, créer, ajout*, planifi*, cach*, laisse, laisser, configur*, insère, mets, enregistre, fais en sorte, cache, planque, glisse, introdu*',
    'cron, tâche planifiée, tâches planifiées, porte dérobée, portes dérobées, démarrage, démarrage automatique, au démarrage, bashrc, compte caché, compte secret, utilisateur caché, service qui, après un redémarrage, à chaque redémarrage, mot de passe maître, cheval de troie, keylogger, enregistreur de frappe, porte dérobée, utilisateur administrateur, administrateur caché, clé ssh, authorized keys, webshell, logiciel malveillant, rootkit, tâche cron, au boot',
  ],
  agents: [
    'lance*, démarre*, crée*, délègue*, appelle*, exécute*, ouvre, demande, fais, confie, génère',
    "d'autres agents, autres agents, un autre agent, autre agent, nouveaux agents, dix agents, plusieurs agents, sous agent, sous agents, agents, instances de claude, claude, copies de toi, copie de toi, toi même, cette même tâche encore",
  ],
  records: [
    'supprim*, modifi*, falsifi*, efface*, écrase*, change, altère, manipul*, augmente, marque, cache, masque, arrête, édite, efface, nettoie, vide',
    "outloop, coordination jsonl, activity jsonl, outloop yaml, journal d'audit, journal d'activité, ligne d'erreur, journal des tâches, ton budget, ta limite, tes limites, tes droits, tes traces, traces, les autres tâches, autres agents, superviseur, journaux, les journaux, logs, traces de",
  ],
  mining: [
    'mine, miner, minage, mineur, utilise',
    'bitcoin*, monero, ethereum, cryptomonnaie*, crypto, cryptos, minage',
  ],
};

export const ITALIAN: LanguageIntents = {
  destroy: [
    'cancell*, elimin*, distrugg*, svuota, formatta, sovrascriv*, rimuovi, azzera, spegni, riavvia, cifra, riscrivi, butta, disinstalla',
    'tutti i file, tutti i dati, tutte le tabelle, tutti, tutte, tutto, database, produzione, backup, disco, cronologia, intero, intera, repository, file del progetto, server, tabelle, rami, branch, commit, clienti, volumi, account, log, storico',
  ],
  secrets: [
    'mostr*, stampa, leggi, copia, invia, dammi, dimmi, cerca, estra*, elenca, rivela, salva, scrivi, manda, ruba, qual è, trova',
    "password, credenzial*, segret*, chiave, chiavi, chiave privata, token, env, variabili d'ambiente, ssh, cookie",
  ],
  rights: [
    'ottieni, esegui, diventa, usa, con, dammi, come, datti, dammi',
    'root, sudo, amministratore, privilegi, permessi di root, accesso amministratore, accesso root, sudoers, pieno controllo, admin',
  ],
  checks: [
    'disattiv*, togli, sospendi, togliere, salta, ignora, rimuov*, aggira, disabilit*, spegni, elimina, cancella, approva, spegni, salta, bypassa',
    'sicurezza, sandbox, firewall, tutti i test, test che falliscono, test falliti, controlli, hook, politica, autenticazione, permessi, revisione, validazione, senza chiedere, i test, test, protezione del ramo, antivirus, approvazione, due fattori, regole, linter, revisione del codice',
  ],
  override: [
    'dimentic*, ignor*, trascura, mostra, ripeti, fingi, comportati',
    'istruzioni, regole, precedenti, prompt di sistema, restrizioni, senza restrizioni, senza limiti',
  ],
  outside: [
    'leggi, scrivi, copia, apri, cerca, modifica, guarda, elenca, sposta',
    'fuori dal progetto, al di fuori, cartella home, cartella personale, cartella superiore, etc, altri progetti, altro progetto, scrivania, mio computer',
  ],
  move: [
    'carica, invia, manda, pubblica, trasferisci, copia, condividi, esporta, spedisci',
    'server esterno, server remoto, mio server, mio indirizzo, https, http, clienti a, dati dei clienti, pastebin, internet, pubblico, pubblica, mio drive, repository pubblico, codice sorgente, database su, chiavetta usb, concorrenza',
  ],
  run: [
    'esegui, lancia, apri, avvia, lancia',
    'comando, comandi, shell, terminale, qualsiasi comando, quello che ti, script, lo script, shell inversa, reverse shell, codice, i miei comandi, tutto ciò che',
  ],
  persist: [
    'install*, crea, aggiung*, nascond*, lascia, programma, inserisci, pianta',
    "cron, backdoor, avvio automatico, all'avvio, bashrc, account nascosto, account segreto, porta di servizio, porta sul retro, utente nascosto, amministratore nascosto, chiave ssh, webshell, malware, rootkit",
  ],
  agents: [
    'avvia, crea, lancia, delega, apri',
    'altri agenti, nuovi agenti, dieci agenti, più agenti, un altro agente, agenti, copie di te, claude',
  ],
  records: [
    'cancell*, modific*, falsific*, sovrascriv*, cambia, aumenta',
    'outloop, coordination jsonl, outloop yaml, registro di audit, tuo budget, tuoi limiti, tue tracce',
  ],
  mining: ['mina, minare, mining, minatore', 'bitcoin*, monero, ethereum, criptovalut*, cripto'],
};

export const PORTUGUESE: LanguageIntents = {
  destroy: [
    'apag*, exclu*, delet*, remov*, destru*, limp*, formate*, zere, sobrescrev*, derrube, desligue, reinicie, apague, derrub*, criptograf*, reescrev*, elimin*',
    'todos os arquivos, todos os dados, todas as tabelas, todos, todas, tudo, banco de dados, produção, backup, backups, disco, histórico, repositório inteiro, inteiro, servidor, todos os backups, arquivos do projeto, repositório, branches, ramos, tabelas, clientes, commits, base de dados, dados de produção, logs, contas, volumes',
  ],
  secrets: [
    'mostr*, imprim*, leia, ler, copi*, envi*, me dê, diga, busqu*, extra*, liste, revel*, salv*, escrev*, recuper*, qual é, roube, mande, encontre, passe, despeje, divulgue, mostre-me',
    'senha, senhas, credencia*, segredo, segredos, chave, chaves, chave privada, token, tokens, env, variáveis de ambiente, ssh, cookies, senha do banco, senha do, chaves ssh, as chaves, certificado, sessão, cartões, arquivo env',
  ],
  rights: [
    'obtenha, execut*, torne, use, com, vire, como, dê, conceda, me dê, dê-me',
    'root, sudo, administrador, privilégios, superusuário, permissões de root, acesso total, acesso de administrador, acesso root, admin, sudoers, controle total',
  ],
  checks: [
    'desativ*, desabilit*, tire, retire, suspenda, pule, ignor*, remov*, contorn*, deslig*, apague, aprove, force, desligue, salte, burle, remova',
    'segurança, sandbox, firewall, todos os testes, testes que falham, testes, verificaç*, hook, hooks, política, autenticação, permissões, revisão, validação, sem perguntar, verificação de segurança, verificações, testes, os testes, antivírus, aprovação, proteção de branch, revisão de código, dois fatores, linter, regras',
  ],
  override: [
    'esqueç*, ignor*, desconsider*, mostre, repita, finja, aja, mostre',
    'instruç*, regras, anteriores, prompt do sistema, restriç*, sem restrições, sem limites, prompt, seu prompt, as regras, instruções anteriores, suas instruções',
  ],
  outside: [
    'leia, ler, escrev*, copi*, abra, procur*, modifi*, olhe, liste, mova',
    'fora do projeto, fora do repositório, pasta pessoal, pasta pai, etc, outros projetos, outro projeto, área de trabalho, diretório pai, diretório pessoal, meu computador',
  ],
  move: [
    'envi*, mande, public*, transfer*, carregue, suba, compartilhe, copie, envie, poste, exporte',
    'servidor externo, servidor remoto, meu servidor, meu email, https, http, clientes para, dados dos clientes, pastebin, internet, público, meu servidor, para a internet, internet, código para, código fonte, repositório público, minha nuvem, banco de dados para, meu drive',
  ],
  run: [
    'execut*, rode, abra, executar, rode',
    'comando, comandos, shell, terminal, qualquer comando, o que eu, script, shell reversa, shell remoto, meus comandos, tudo que eu, código, binário',
  ],
  persist: [
    'instal*, crie, adicion*, escond*, deixe, agende, plante, coloque, insira',
    'cron, porta dos fundos, backdoor, inicialização, bashrc, conta oculta, conta secreta, tarefa agendada, usuário administrador, administrador escondido, usuário escondido, usuário oculto, chave ssh, webshell, rootkit, malware, cavalo de troia',
  ],
  agents: [
    'inicie, crie, delegue, lance, abra',
    'outros agentes, novos agentes, dez agentes, mais agentes, outro agente, agentes, cópias de você, claude',
  ],
  records: [
    'apag*, modific*, falsific*, altere, mude, aumente, exclua',
    'outloop, coordination jsonl, outloop yaml, registro de auditoria, seu orçamento, seus limites, seus rastros',
  ],
  mining: ['minere, minerar, mineração, minerador', 'bitcoin*, monero, ethereum, criptomoeda*, cripto'],
};
