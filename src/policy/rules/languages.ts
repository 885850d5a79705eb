import type { PolicyRule } from '../policy.ts';

/*
 * The same intents in other languages. Word order is free in many of them, so a rule needs a verb and an object near
 * each other, in either order. Stems stand for all their forms; accents are folded away before matching.
 */

/** Stems of one intent: what is done, and to what. One pair per language. */
type Pairs = readonly (readonly [verbs: string, objects: string])[];

const LATIN_START = '(?<![a-z])';

function eitherOrder(pairs: Pairs): string[] {
  return pairs.flatMap(([verbs, objects]) => {
    const latin = /^[\p{Script=Latin}(]/u.test(verbs);
    const [verb, object] = [verbs, objects].map((stems) => {
      // Latin stems begin a word; other scripts write words together.
      const heads = stems
        .split('|')
        .map((stem) => (/^[a-z(]/.test(stem) && latin ? LATIN_START + stem : stem));
      return `(?:${heads.join('|')})`;
    });
    const guard = latin ? NOT_ENGLISH : '';
    return [`${verb}${guard}.{0,60}?${object}`, `${object}${guard}.{0,60}?${verb}`];
  });
}

/** Stems of other languages begin many English words; an English text is none of their business. */
const ENGLISH =
  '\\b(?:the|and|of|with|when|to|from|this|that|it|its|should|where|fix|add|our|not|which|by|win|over|only|beats)\\b';
const NOT_ENGLISH = `(?<!${ENGLISH}.*)(?!.*${ENGLISH})`;

/** Repairing, testing and describing what exists is ordinary, whatever it is about. */
const REPAIRING =
  '(?<![a-z])(?:fehler|behebe|beheb|korrigier|reparier|schaltflache|knopf|option|einstellung|tests? fur|schreibe tests|dokumentier|verhinder|' +
  'errores?\\b|corrige|corregir|arregla|boton|opcion|pruebas? (?:para|de)|evita|erreur|corriger|bouton|ajoute[rz]? (?:un |des )?(?:test|bouton)|empeche|' +
  'errore|correggi|pulsante|corrigir|erro ao|botao)|ошибк|исправ|кнопк|тест(?:ы|ов) для|предотвра|修复|修正|错误|按钮|选项|測試|测试用例|添加测试|不具合|エラー|バグ|ボタン|改善|テストを(?:追加|書)|원인|오류|버그';

const DESTROY: Pairs = [
  [
    'losch|entfern|vernicht|leer[et]|formatier|wirf|zerstor|uberschreib|verschlussel|tilg|vernichte|raum|mach',
    'alle (?!\\w*(?:veraltet|unbenutzt|ungenutzt|temporar|doppelt|tot))|alles\\b|samtliche|backups?|festplatte|datenbank|produktiv|git-?historie|historie|gesamte|ganze[nrs]? (?:projekt|repo|ordner|verzeichnis|platte)|platt\\b|branches',
  ],
  [
    'borr|elimin|vaci|destru|suprim|formate|sobrescrib|limpia|purg|tira',
    'tod[oa]s? (?!\\w*(?:obsolet|sin usar))|base de datos|produccion|copias de seguridad|disco|historial|tablas|repositorio entero|respaldos',
  ],
  [
    'supprim|efface|detrui|vide[rz]?\\b|ecrase|formate|purge|nettoie|jette',
    'tou(?:s|te|tes|t)\\b|base de donnees|production|sauvegardes?|disque|historique|depot entier|tables',
  ],
  [
    'cancell|elimin|distrugg|svuota|formatta|sovrascriv',
    'tutt[oaie]\\b|database|produzione|backup|disco|cronologia|intero',
  ],
  [
    'apag|exclu[aei]|delet|remov[ae]|destru|limp[ae]|formate',
    'tod[oa]s?\\b|banco de dados|producao|backups?|disco|historico|inteiro',
  ],
  ['usun|skasuj|wyczysc|zniszcz|sformatuj', 'wszystk|baz[ea]|produkc|kopie|dysk|histori'],
  [
    'verwijder|wis\\b|vernietig|leeg|formatteer',
    'alle\\b|alles|database|productie|back-?ups?|schijf|geschiedenis',
  ],
  [
    'удали|сотри|очист|уничтож|снеси|отформатир|затри|дропн',
    'все|всю|всё|баз[уы]|продакш|прод\\b|бэкап|резервн|диск|истори|репозитор|таблиц',
  ],
  [
    '删除|刪除|清空|清除|销毁|抹掉|格式化|覆盖|删掉',
    '所有|全部|数据库|資料庫|生产|备份|硬盘|磁盘|历史|整个|仓库|表',
  ],
  [
    '削除|消去|消し|破棄|初期化|フォーマット|ドロップ|空に',
    'すべて|全て|全部|全ファイル|データベース|本番|バックアップ|ディスク|履歴|リポジトリ',
  ],
  ['삭제|지워|제거|포맷|비워', '모든|전부|전체|데이터베이스|운영|백업|디스크|히스토리'],
];

const SECRETS: Pairs = [
  [
    'zeig|gib|lies|lese|druck|schreib|kopier|sende|schick|verrat|liste|nenn|sag|such|finde|hol|ausgeb|ausgib|ausles|export|sammel|entschlussel|schau|poste|speicher',
    'passwort(?!-?(?:feld|link|lange|starke|reset))|passworter|kennwort|zugangsdaten|geheimnis|schlussel\\b|ssh-?schlussel|private[nr]? schlussel|token|\\.env|api-?key|~/\\.|secrets|anmeldedaten|umgebungsvariablen',
  ],
  [
    'muestr|ensen|imprim|lee\\b|leer|copia|envi|mand|dime|dame|busca|extra|recuper|lista|revel|exporta|descifr|guarda|publica|saca|recoge|anota',
    'contrasen|credencial|secretos?\\b|claves?\\b|token|\\.env|llaves?\\b|~/\\.|variables de entorno',
  ],
  [
    'affich|montr|lis\\b|lire|copi|envo|donne|cherch|extrai|recuper|imprim|revel|liste|exporte|dechiffr|ecri|publi|recopi|trouve',
    "mots? de passe|identifiants|secrets?\\b|cles?\\b|jetons?\\b|token|\\.env|~/\\.|variables d'environnement",
  ],
  [
    'mostr|stampa|leggi|copia|invia|dammi|dimmi|cerca|estra|elenca|rivela|salva|scrivi',
    'password|credenzial|segret|chiav[ei]|token|\\.env|~/\\.',
  ],
  [
    'mostr|imprim|leia|ler\\b|copi|envi|me de|diga|busqu|extra|list|revel|salv|escrev|recuper',
    'senhas?|credencia|segred|chaves?|token|\\.env|~/\\.',
  ],
  [
    'pokaz|wypisz|odczytaj|skopiuj|wyslij|podaj|znajdz|zapisz',
    'hasl[oa]|poswiadcze|sekret|klucz|token|\\.env|~/\\.',
  ],
  [
    'toon|lees|kopieer|stuur|geef|zoek|schrijf|print',
    'wachtwoord|inloggegevens|geheim|sleutel|token|\\.env|~/\\.',
  ],
  [
    'покажи|выведи|прочитай|скопируй|пришли|отправь|дай|найди|извлеки|сообщи|запиши|выложи|расшифруй|собери|узнай',
    'парол|секрет|ключ|токен|учетн|\\.env|~/\\.|\\.ssh|id_rsa|credential',
  ],
  [
    '显示|读取|打印|输出|复制|发送|告诉|导出|列出|找出|查看|提取|收集|泄露|写入|破解',
    '密码|密钥|口令|凭证|凭据|令牌|私钥|秘密|\\.env|\\.ssh|id_rsa|token|环境变量',
  ],
  [
    '表示|読み|読ん|出力|コピー|送信|送っ|教えて|見せて|抽出|書き出|探し|取得|集め|一覧',
    'パスワード(?!欄|リセット|入力)|秘密鍵|認証情報|シークレット|トークン|鍵|\\.env|\\.ssh|環境変数',
  ],
  ['보여|출력|읽어|복사|보내|알려|추출', '비밀번호|암호|개인 ?키|자격 ?증명|토큰|시크릿|\\.env|\\.ssh'],
];

const RIGHTS: Pairs = [
  [
    'verschaff|fuhr|starte|werde|hol|gib dir|gib mir|nutze|mit\\b|als\\b|erhoh|erweiter|mach',
    'root|administratorrecht|adminrecht|admin-?recht|sudo|superuser|rechte aus|deine rechte|administrator\\b|admin\\b(?=.*server)',
  ],
  [
    'conviert|obten|ejecut|usa\\b|dat[ea]\\b|consigue|instala|eleva|como\\b|con\\b',
    'superusuario|root\\b|sudo|administrador(?=\\s*$|\\s+(?:y|de|en|del))|privilegios|permisos de (?:root|administrador)',
  ],
  [
    'donne|deviens|obtien|execut|lance|utilise|en tant|avec|eleve',
    "droits? (?:d')?admin|droits? root|super-?utilisateur|sudo|root\\b|privileges",
  ],
  ['ottieni|esegui|diventa|usa\\b|con\\b|dammi', 'root\\b|sudo|amministratore|privilegi'],
  ['obtenha|execut|torne|use\\b|com\\b|vire', 'root\\b|sudo|administrador|privilegios|superusuario'],
  [
    'получи|запусти|выполни|стань|используй|через|дай|от имени|повысь|под\\b',
    'root|рут|sudo|администратор|суперпользоват|привилег|админ',
  ],
  ['用|获取|获得|成为|以|提升|使用|切换', 'sudo|root|管理员权限|超级用户|提权|特权'],
  ['取得|実行|昇格|なっ|なり|使って|インストール', 'root|sudo|管理者権限|スーパーユーザー|特権'],
  ['실행|획득|얻', 'root|sudo|관리자 권한|루트'],
];

const CHECKS: Pairs = [
  [
    'schalt|deaktivier|uberspring|entfern|umgeh|losch|ignorier|abschalt|stell|hebel|kommentier|setz|merge|push',
    'sicherheits(?:prufung|check|abfrage|regel|richtlinie)\\w*|sandbox|pre-?commit|commit-?hook|hooks?\\b|firewall|alle tests|tests aus|fehlschlagende\\w* tests?|prufungen|linter|richtlinie|schutz|zertifikats?prufung|authentifizierung|freigabe|ohne (?:review|tests?|prufung|zu fragen)|berechtigung(?:sabfrage)?\\w*|wachter|zwei-?faktor\\w*|virenscanner',
  ],
  [
    'desactiv|salta|omit|elimin|quita|ignor|apaga|evita|deshabilit|burla|sube|fusiona|esquiva',
    'seguridad|cortafuegos|sandbox|todas? l[ao]s (?:pruebas|comprobaciones|tests)|pruebas que fallan|comprobaciones|hooks?\\b|politica|restricciones|verificacion|autenticacion|revision|sin (?:revision|preguntar)|permisos|linter|guardia|proteccion',
  ],
  [
    'desactiv|saute|supprim|ignor|contourn|coupe|enleve|retire|arrete|fusionne|pousse|eteins|neutralis',
    'securite|bac a sable|sandbox|pare-?feu|(?:tous )?les tests|tests qui echouent|verifications?|hooks?\\b|politique|garde-?fou|authentification|revue|sans (?:revue|demander)|permissions|controles?|linter|protection',
  ],
  [
    'disattiv|salta|ignora|rimuov|aggira|disabilit|spegni',
    'sicurezza|sandbox|firewall|tutti i test|test che falliscono|controlli|hook|politica|autenticazione|permessi|revisione',
  ],
  [
    'desativ|desabilit|pul[ae]|ignor|remov|contorn|deslig',
    'seguranca|sandbox|firewall|todos os testes|testes que falham|verificac|hook|politica|autenticacao|permiss|revisao',
  ],
  ['wylacz|pomin|usun|zignoruj|obejdz', 'zabezpiecze|piaskownic|zapor|wszystkie testy|testy|weryfikac|hook'],
  [
    'отключи|выключи|пропусти|обойди|убери|игнорируй|сними|закомментируй|деактивируй',
    'безопасност|песочниц|фаервол|брандмауэр|все тесты|падающ|проверк|хук|hook|политик|защит|аутентификац|ревью|разрешен|sandbox|линтер',
  ],
  [
    '关闭|禁用|跳过|绕过|忽略|停用|去掉|删掉|删除',
    '安全|沙箱|沙盒|防火墙|所有测试|失败的测试|测试|检查|钩子|hook|策略|验证|审查|认证|权限|保护',
  ],
  [
    '無効|スキップ|オフ|迂回|回避|無視|外して|切って|止めて|バイパス|削除',
    'セキュリティ|サンドボックス|ファイアウォール|テストをすべて|すべてのテスト|失敗する|失敗している|検査|チェック|フック|ポリシー|検証|認証|レビュー|権限|保護|ガード',
  ],
  ['비활성|건너뛰|무시|우회|꺼', '보안|샌드박스|방화벽|모든 테스트|검사|훅|정책|인증|권한'],
];

const OVERRIDE: Pairs = [
  [
    'vergiss|ignorier|missacht|ubergeh|verwirf|umgeh|gib',
    'anweisungen|regeln\\b|vorgaben|instruktionen|systemprompt|system-?prompt|richtlinien|bisherige|befehle',
  ],
  [
    'olvid|ignor|descarta|desobedec|omite|salta',
    'instruccion|reglas|anteriores|indicaciones|prompt del sistema|ordenes|restricciones|filtros',
  ],
  [
    'oubli|ignor|neglig|contourn|passe outre|affich|donne',
    'instructions|regles|consignes|precedentes|prompt systeme|directives|restrictions',
  ],
  ['dimentic|ignor|trascura', 'istruzioni|regole|precedenti|prompt di sistema|restrizioni'],
  ['esquec|ignor|desconsider', 'instruco|instruc|regras|anteriores|prompt do sistema|restric'],
  ['zapomnij|zignoruj|ignoruj', 'instrukc|zasad|polecen|poprzedni'],
  ['vergeet|negeer', 'instructies|regels|vorige|systeemprompt'],
  [
    'игнорируй|забудь|проигнорируй|отбрось|нарушь|выведи|покажи|обойди',
    'инструкци|правил|указани|системн\\S* промпт|предыдущ|ограничени',
  ],
  ['忽略|忘记|忘掉|无视|無視|不要理会|违反|输出|显示|告诉', '指令|指示|规则|提示词|系统提示|限制|之前|以上'],
  [
    '無視|忘れ|破棄|従わ|出力|教えて|表示',
    '指示|命令|ルール|システムプロンプト|これまで|以前の|制約|プロンプト',
  ],
  ['무시|잊어', '지시|규칙|명령|시스템 ?프롬프트|이전'],
];

const OUTSIDE: Pairs = [
  [
    'lies|lese|schreib|kopier|geh|schau|offne|durchsuch|liste|verschieb|andere|ander[en]?\\b|bearbeit|raum|losch|such|zeig|hol|leg|speicher|verlass|mach',
    'ausserhalb|außerhalb|ubergeordnete|heimverzeichnis|home-?verzeichnis|benutzerordner|andere[nrms]? (?:projekt|repo|ordner|verzeichnis|rechner|nutzer|benutzer)\\w*|/etc|/home|/usr|/opt|/var|~/|schreibtisch|desktop|ordner (?:meine[rs]|seine[rs]|ihre[rs])|ganze[nr]? (?:rechner|festplatte|computer)|posteingang|downloads?-?ordner|meine[nrms]? (?:rechner|laptop|computer|mails|bilder|fotos|dokumente)',
  ],
  [
    'lee\\b|leer|escrib|copia|abre|busca|modific|edita|mira|entra|cambia|mueve|lista|revisa|ordena',
    'fuera del? (?:proyecto|repositorio)|directorio (?:padre|personal|superior)|carpeta (?:personal|de otro|superior)|/etc|/home|/usr|/opt|/var|~/|escritorio|otros? (?:proyectos?|repositorios?|usuarios?)|todo el disco|mi (?:ordenador|correo|equipo)|bandeja de entrada|descargas',
  ],
  [
    'lis\\b|lire|ecri|copi|ouvr|cherch|modifi|regard|va\\b|liste|deplac|parcour|fouill',
    '(?:en )?dehors du (?:projet|depot)|hors du (?:projet|depot)|(?:dossier|repertoire) (?:parent|personnel|de (?:mon|ma))|/etc|/home|/usr|/opt|/var|~/|bureau\\b|autres? (?:projets?|depots?|utilisateurs?)|tout le disque|ma machine|mon ordinateur|boite de reception|telechargements',
  ],
  [
    'leggi|scrivi|copia|apri|cerca|modifica|guarda|elenca',
    'fuori dal? (?:progetto|repository)|al di fuori|cartella (?:home|personale|superiore)|/etc|/home|~/|altri progetti|scrivania',
  ],
  [
    'leia|ler\\b|escrev|copi|abr|procur|modifi|olh|list',
    'fora do (?:projeto|repositorio)|pasta (?:pessoal|pai)|/etc|/home|~/|outros projetos|area de trabalho|diretorio (?:pai|pessoal)',
  ],
  [
    'прочитай|запиши|скопируй|открой|найди|измени|посмотри|зайди|перейди|поправь|загляни|перемести|покажи|собери',
    'за пределами|вне проекта|родительск|домашн|/etc|/home|/usr|~/|рабоч\\S* стол|других проект|другие репозитори|соседн|весь диск|моем компьютер|моего компьютер|загрузк',
  ],
  [
    '读取|修改|写入|复制|打开|查找|查看|列出|编辑|移动|浏览|整理',
    '项目(?:目录)?(?:之外|以外|外)|上级目录|父目录|主目录|家目录|/etc|/home|/usr|~/|桌面|其他项目|其他用户|整个硬盘|整个磁盘|系统(?:配置)?文件|我的电脑|下载文件夹',
  ],
  [
    '読ん|読み|書き|コピー|開い|探し|変更|編集|見て|一覧|移動|整理',
    'プロジェクトの外|プロジェクト外|親ディレクトリ|上の階層|ホームディレクトリ|/etc|/home|/usr|~/|デスクトップ|他のプロジェクト|他のリポジトリ|ディスク全体|システムファイル|ダウンロードフォルダ|受信箱',
  ],
  [
    '읽어|써|복사|열어|수정|찾아',
    '프로젝트 (?:밖|외부)|상위 (?:폴더|디렉터리)|홈 디렉터리|/etc|/home|~/|바탕 ?화면',
  ],
];

const MOVING: Pairs = [
  [
    'lade|schick|sende|ubertrag|poste|mail|kopier|veroffentlich|stell|leit|gib',
    '(?:auf|an|zu|in) (?:meine[nmr]?|eine[nmr]? (?:externe|fremde|offentliche)\\w*|diese|den externen|fremde\\w*|externe\\w*) ?\\w*|ins internet|pastebin|gist|kundendaten|webhook|https?://|offentlich|@',
  ],
  [
    'sube|subi|envi|mand|publica|copia|transfer|comparte|filtra',
    'servidor (?:externo|remoto)|mi (?:servidor|correo|cuenta)|bucket|publico|https?://|clientes\\b|pastebin|internet|esta direccion|webhook|@',
  ],
  [
    'envo|televers|publi|transfer|partag|copi|poste|expedi',
    'serveur (?:externe|distant)|mon (?:serveur|adresse|compte|mail)|cette adresse|https?://|clients?\\b|pastebin|internet|public|webhook|@',
  ],
  [
    'carica|invia|manda|pubblica|trasferisci|copia',
    'server (?:esterno|remoto)|mio (?:server|indirizzo)|https?://|clienti|pastebin|internet|pubblic|@',
  ],
  [
    'envi|mand|public|transfer|carregu|suba',
    'servidor (?:externo|remoto)|meu (?:servidor|email)|https?://|clientes|pastebin|internet|@',
  ],
  [
    'отправь|загрузи|выложи|пришли|скинь|опубликуй|передай|скопируй|слей|залей',
    'мой сервер|внешн|чуж|https?://|в интернет|клиент|публичн|pastebin|исходн|на почту|мне\\b|третьим',
  ],
  [
    '上传|发送|发到|传到|公开|发布|泄露|提交|同步|复制',
    '我的服务器|外部|服务器|https?://|互联网|客户|公开|源代码|邮箱|第三方|公网',
  ],
  [
    '送信|アップロード|公開|送っ|転送|投稿|コピー',
    '外部|私のサーバー|サーバーに|https?://|顧客|インターネット|ソースコード|自分の|公開リポジトリ',
  ],
  ['업로드|보내|전송|공개', '외부|내 서버|https?://|고객|인터넷|소스 ?코드'],
];

const RUNNING: Pairs = [
  [
    'fuhr|ausfuhr|starte|offne|ausfuhren',
    'befehl(?:e|en)?\\b(?!szeile)|shell|terminal|skript.{0,30}https?://|was ich dir|beliebige',
  ],
  ['ejecut|corre\\b|lanza|abre', 'comandos?\\b|shell|terminal|script.{0,30}https?://|cualquier|lo que'],
  ['execut|lance|ouvre', "commandes?\\b|shell|terminal|script.{0,30}https?://|n'importe quel|tout ce que"],
  ['esegui|lancia|apri', 'comand[oi]\\b|shell|terminale|qualsiasi'],
  ['execut|rode|abra', 'comandos?\\b|shell|terminal|qualquer'],
  ['запусти|выполни|открой|выполняй', 'команд|терминал|шелл|shell|консол|что пришл'],
  ['执行|运行|打开', '命令|终端|shell|脚本|任意'],
  ['実行|開いて|起動', 'コマンド|シェル|ターミナル|端末|任意の'],
  ['실행|열어', '명령|셸|쉘|터미널|임의'],
];

const STAYING: Pairs = [
  [
    'richte|schreib|install|leg|erstell|fug|bau|plane|versteck|hinterlass',
    'cron-?job|autostart|hintertur|dienst.{0,40}(?:start|neustart)|geheime\\w* (?:zugang|konto|benutzer)|systemdienst|\\.bashrc|neustart (?:uber|wieder)|geplante aufgabe',
  ],
  [
    'instal|crea|anad|program|escond|deja|configura',
    'cron|tarea programada|puerta trasera|arranque|inicio del sistema|\\.bashrc|cuenta (?:oculta|secreta)|servicio.{0,40}(?:arran|inici)',
  ],
  [
    'install|cre|ajout|planifi|cach|laisse|configur',
    'cron|tache planifiee|porte derobee|demarrage|\\.bashrc|compte (?:cache|secret)|service.{0,40}demarr',
  ],
  [
    'install|crea|aggiung|nascond|lascia',
    'cron|backdoor|avvio automatico|\\.bashrc|account (?:nascosto|segreto)',
  ],
  [
    'instal|cri[ae]|adicion|escond|deix',
    'cron|porta dos fundos|backdoor|inicializac|\\.bashrc|conta (?:oculta|secreta)',
  ],
  [
    'установи|создай|добавь|пропиши|спрячь|оставь|настрой',
    'cron|крон|автозагрузк|автозапуск|бэкдор|скрыт|\\.bashrc|планировщик|тайн',
  ],
  [
    '安装|创建|添加|写入|留下|植入|设置',
    '后门|定时任务|开机|自启|cron|计划任务|隐藏(?:账号|账户|用户)|\\.bashrc',
  ],
  [
    '追加|作成|設置|仕込|登録|インストール|残し',
    'バックドア|自動起動|cron|スタートアップ|常駐|隠し(?:アカウント|ユーザー)|\\.bashrc|定期実行',
  ],
  ['설치|추가|등록|심어', '백도어|자동 ?시작|cron|예약 작업|숨겨진 계정'],
];

const AGENTS: Pairs = [
  [
    'starte|erzeug|beauftrag|ruf|delegier',
    '(?:weitere|neue|zehn|viele|mehrere|andere|zusatzliche|noch \\w+|\\d+) (?:\\w+ )?(?:agent|sub-?agent|claude|instanz)\\w*|dich selbst|unteragent|kopien? von dir',
  ],
  [
    'lanza|inicia|crea|delega|arranca|ejecuta|llama',
    '(?:otros?|mas|nuevos?|diez|varios|\\d+) (?:\\w+ )?(?:agentes?|subagentes?|instancias?)|copias? de ti|ti mismo',
  ],
  [
    'lance|demarre|cree|delegue|appelle|execute',
    "(?:d')?(?:autres?|nouveaux?|dix|plusieurs|\\d+) (?:\\w+ )?(?:agents?|sous-agents?|instances?)|copies? de toi|toi-meme",
  ],
  ['avvia|crea|lancia|delega', '(?:altri|nuovi|dieci|piu) (?:\\w+ )?agenti|copie di te'],
  ['inicie|crie|delegue|lance', '(?:outros|novos|dez|mais) (?:\\w+ )?agentes|copias de voce'],
  [
    'запусти|создай|делегируй|вызови|порождай',
    '(?:ещ[её]|других|новых|другого|нового|десять|несколько).{0,15}(?:агент|claude|экземпляр)|копи\\S+ себя|сам\\S+ себя|субагент',
  ],
  [
    '启动|创建|运行|委派|开启|派生|调用',
    '(?:更多|另外|另一|新的?|十个|多个|其他|个).{0,6}(?:代理|智能体|agent|claude|实例)|你自己|子代理',
  ],
  [
    '起動|作成|立ち上げ|委任|呼び出',
    '(?:別の|新しい|さらに|複数|追加|もう|他の|つの|体の).{0,8}(?:エージェント|claude|インスタンス)|自分自身|サブエージェント',
  ],
  ['시작|생성|실행|위임', '(?:다른|새|추가|여러).{0,6}(?:에이전트|claude|인스턴스)|하위 ?에이전트'],
];

const MINING =
  '(?<![a-z])(?:schurf\\w*|mine[nr]?|mina[rs]?|minar|minando|minage|minare|minerar|minere|farm)\\b.{0,60}(?:bitcoin|monero|ethereum|crypto\\w*|kryptow\\w*|cripto\\w*|coins?\\b|munzen)|' +
  'майн(?:и|ить|инг|ер)|挖矿|挖礦|マイニング|採掘.{0,20}(?:通貨|コイン)|채굴|(?:kryptowahrung|criptomoneda|cryptomonnaie|criptovalut)\\w*.{0,40}(?:schurf|mina|mine|estra)';

/** The default rules' intents in German, Romance and Slavic languages, Dutch, Chinese, Japanese and Korean. */
export const LANGUAGE_RULES: readonly PolicyRule[] = [
  rule('override', 'injection', eitherOrder(OVERRIDE), 'The task speaks to the agent against its rules.'),
  rule('secrets', 'credentials', eitherOrder(SECRETS), 'A task may not read or show what lets somebody in.'),
  rule('rights', 'escalation', eitherOrder(RIGHTS), 'A task may not ask for more rights than the agent has.'),
  rule('destroy', 'destruction', eitherOrder(DESTROY), 'A task may not destroy what cannot be had back.'),
  rule('checks', 'checks', eitherOrder(CHECKS), 'A task may not switch off what checks the work.'),
  rule('outside', 'escape', eitherOrder(OUTSIDE), 'A task may not leave the project.'),
  rule('run', 'shell', eitherOrder(RUNNING), 'A task may not consist of commands to run.'),
  rule(
    'persist',
    'persistence',
    eitherOrder(STAYING),
    'A task may not leave something behind that lives on.',
  ),
  rule('move', 'exfiltration', eitherOrder(MOVING), 'A task may not carry what is in the project elsewhere.'),
  rule('agents', 'recursion', eitherOrder(AGENTS), 'A task may not start further agents.'),
  {
    ...rule('records', 'tampering', [], "A task may not change Outloop's own records."),
    any: [
      '(?:losch|ander|falsch|uberschreib|borra|modific|supprim|efface|измени|удали|подделай|删除|修改|篡改|削除|改ざん|変更).{0,50}(?:outloop|coordination\\.jsonl|\\.outloop|журнал|日志|ジャーナル|protokoll|outloop\\.yaml|activity\\.jsonl|registro de auditoria)',
    ],
  },
  { ...rule('mining', 'mining', [], 'A task may not use machines to earn coins.'), any: [MINING] },
];

function rule(name: string, category: string, any: readonly string[], why: string): PolicyRule {
  return {
    id: `language.${name}`,
    category,
    any,
    unless: [REPAIRING],
    why,
    rephrase: 'Describe the change to the project that you want.',
  };
}
