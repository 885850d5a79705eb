import type { LanguageIntents } from './intents.ts';

/** Verbs as stems, so that every form of them is found; separable verbs without their first part. */
export const GERMAN: LanguageIntents = {
  destroy: [
    'lösch*, entfern*, vernicht*, leere, leer, leeren, leert, formatier*, wirf, werft, zerstör*, überschreib*, tilg*, mach, räum*, setz*, verwerf*, verwirf, zerschieß*, sabotier*, zerleg*, ruinier*, schrott*, fahr*, boote, stoppe, töte, kill*, hau, plätt*',
    'alle dateien, alle daten, alle tabellen, alle backups, alle branches, alle tags, alle commits, alle nutzer, alle benutzer, alle kunden*, alle container, alle logs, alle ordner, alle verzeichnisse, alle datensätze, alle prozesse, alles weg, alles im, alles in, alles aus, alles was, alles, sämtliche, backups, sicherungen, sicherungskopien, festplatte, platte, datenbank, datenbanken, produktionsdatenbank, produktivdatenbank, produktivsystem, git historie, historie, gesamte*, ganze*, komplette*, platt, rechner, server herunter, rechner herunter, produktion, kundendaten, produktionsserver, produktions server, produktionssystem, s3 bucket, bucket, home verzeichnis, hauptzweig, repo, repository, papierkorb und',
  ],
  secrets: [
    'zeig*, gib, gebe, lies, lese, lesen, druck*, schreib*, kopier*, sende, sendet, schick*, verrat*, liste, list*, nenn*, sag, sage, such*, finde, find, hol*, ausgeben, export*, sammel*, sammle, entschlüssel*, schau*, poste, speicher*, wie lautet, was ist, knack*, errate, klau*, stiehl, benutz*, nutze, verwende, teste, veröffentlich*, leg*, notier*, trag*, fass*, extrahier*',
    'passwort, passwörter, kennwort, kennwörter, zugangsdaten, geheimnis*, schlüssel, ssh schlüssel, privaten schlüssel, private schlüssel, privaten ssh schlüssel, api schlüssel, token, tokens, env datei, env, api key, api keys, secrets, anmeldedaten, umgebungsvariablen, login daten, logindaten, cookies, schlüsselbund, passwortmanager, pin, kreditkarten*, etc passwd, etc shadow, ssh ordner, ssh verzeichnis, aws credentials, id rsa, zertifikatsschlüssel',
  ],
  rights: [
    'nimm, verschaff*, führ*, starte, werde, hol*, gib dir, gib mir, gib, nutz*, benutz*, mit, als, erhöh*, erweiter*, mach*, besorg*, erlang*, übernimm*, installier*, weise, ändere, ändern',
    'root, root rechte*, root rechten, rechte des, rechte von, administratorrecht*, adminrecht*, admin recht*, sudo, superuser, administrator, admin, deine rechte, mehr rechte, schreibrechte, vollzugriff, volle rechte, höhere rechte, als root, besitzer',
  ],
  checks: [
    'schalt*, deaktivier*, überspring*, entfern*, umgeh*, lösch*, ignorier*, abschalt*, stell*, hebel*, hebl*, kommentier*, setz*, merge*, push*, unterdrück*, mach*, nimm, lass*, verzicht*, senk*, schwäch*, genehmig*, bestätig*, erlaub*, fälsch*, trickse*, blockier*',
    'sicherheitsprüfung*, sicherheitscheck*, sicherheitsabfrage*, sicherheitsregel*, sicherheitsrichtlinie*, sicherheit, sandbox, pre commit, pre commit hook, commit hook*, hook, hooks, firewall, alle tests, tests aus, fehlschlagende*, fehlgeschlagene*, roten tests, die prüfung, prüfungen, prüfung, linter, richtlinie*, schutz, branch schutz, zertifikatsprüfung*, authentifizierung, autorisierung, freigabe, code review, review, ohne prüfung, ohne test*, ohne zu fragen, ohne rückfrage, berechtigungsabfrage*, berechtigungsprüfung*, rechteprüfung*, wächter, zwei faktor*, virenscanner, virenschutz, validierung, ratenbegrenzung, ci, pipeline grün, alle warnungen, überwachung, protokollierung, alarme, alles automatisch, jede anfrage, alle werkzeuge, absegnen',
  ],
  override: [
    'vergiss*, ignorier*, missacht*, übergeh*, verwirf, umgeh*, gib, zeig*, nenn*, gelten, gilt, tu, tue, handle, befolg*, folge, brich, halte dich, verrat*, wiederhol*, stell dir vor, antworte, verhalte, du bist, du hast',
    'anweisungen, anweisung, deine regeln, alle regeln, die regeln, keine regeln, regeln mehr, vorgaben, instruktionen, systemprompt, system prompt, deinen prompt, deine konfiguration, richtlinien, bisherige*, vorherigen, obigen, was ich sage, wie ich sage, ohne einschränkungen, keine einschränkungen, keine grenzen, ohne beschränkungen, ohne grenzen, ohne filter, uneingeschränkt*, jetzt ein anderer, alle erlaubnisse, administrator bist, der eigentümer',
  ],
  outside: [
    'lies, lese, schreib*, kopier*, geh, gehe, schau*, öffne, durchsuch*, liste, verschieb*, ändere, änder*, bearbeit*, räum*, lösch*, such*, zeig*, hol*, leg*, speicher*, verlass*, mach*, sortier*, fass*, sieh, stöber*, wechsle, nimm, installier*, kannst du, pack*, repariere, passe',
    'außerhalb, ausserhalb, übergeordnet*, heimverzeichnis, home verzeichnis, homeverzeichnis, benutzerordner, benutzerverzeichnis, andere projekte, anderen projekte, anderes projekt, andere repos, anderen repos, andere repositories, anderen repositories, anderen ordner, nachbarprojekt*, nachbarordner, etc, etc hosts, usr, opt, var, schreibtisch, desktop, ordner meiner, ordner meines, ordner von, ganzen rechner, ganze festplatte, gesamte festplatte, ganzen computer, posteingang, postfach, downloads, download ordner, downloads ordner, bilder ordner, auf meinem rechner, auf meinem laptop, auf diesem rechner, auf dem rechner, meine mails, meine fotos, meine bilder, meine dokumente, systemdateien, systemordner, hosts datei, crontab, global, elternverzeichnis, fremde dateien, dateien anderer, des kollegen, der kollegin, meiner kollegin, meines kollegen, auf dem server, im system, netzlaufwerk',
  ],
  move: [
    'lade, lad, schick*, sende, sendet, übertrag*, poste, mail*, kopier*, veröffentlich*, stell*, leit*, gib, exportier*, leak*, push*, verkauf*, teil*, hochladen, schmuggel*, spiegel*, freigeb*, mach*, öffne',
    'auf meinen server, an meinen server, auf meinem github, auf mein github, meinem github konto, auf einen externen, an einen externen, auf einem externen, an eine externe, an diese adresse, an meine adresse, meine private, mein privates, externen server, fremden server, fremde server, ins internet, im internet, pastebin, gist, kundendaten an, kundendaten, webhook, https, http, öffentlich, öffentlichen, an die presse, an die konkurrenz, konkurrenten, dritte, per mail an mich, an mich, dropbox, google drive, usb stick, telegram, quellcode auf, quelltext auf',
  ],
  run: [
    'führ*, ausführ*, starte, start, öffne, tipp*, gib, lass*, ruf*',
    'befehl aus, befehle aus, befehle, shell, terminal, konsole, skript unter, skript von, skript aus, was ich dir, was ich sage, was ich schicke, beliebige*, folgenden befehl, kommando, kommandos, shell befehle, reverse shell, code aus dem',
  ],
  persist: [
    'richt*, schreib*, installier*, leg*, erstell*, füg*, bau*, plan*, versteck*, hinterlass*, trag*, lass*, sorg*, setz*, pflanz*, registrier*, starte',
    'cronjob, cron job, cron, autostart, autostart eintrag, hintertür, hintertüre, backdoor, geheimen zugang, geheimer zugang, geheimes konto, versteckten benutzer, verstecktes konto, systemdienst, dienst der, dienst ein, bashrc, zshrc, nach jedem neustart, neustart überlebt, nach einem neustart, nach jedem login, geplante aufgabe, aufgabenplanung, master passwort, generalpasswort, trojaner, keylogger, schadsoftware, dauerhaft im hintergrund, weiterläuft, weiterlaufen',
  ],
  agents: [
    'start*, erzeug*, beauftrag*, ruf*, delegier*, lass*, mach*, öffne, leg*, bitte, gib, reich*, vervielfältig*, kopier*, spawn*',
    'weitere agenten, weiteren agenten, neue agenten, neuen agenten, zehn agenten, viele agenten, mehrere agenten, andere agenten, anderen agenten, eigenen agenten, einen agenten, zusätzliche agenten, zehn weitere, noch einen agenten, noch mehr agenten, agenten die, subagenten, unteragenten, claude, claude instanz*, dich selbst, kopie von dir, kopien von dir, dieselbe aufgabe noch, diese aufgabe immer wieder, agenten',
  ],
  records: [
    'lösch*, änder*, ändere, fälsch*, überschreib*, setz*, erhöh*, entfern*, manipulier*, bearbeit*, markier*, verschleier*, verwisch*, beend*, stopp*, leere, mach*',
    'outloop, coordination jsonl, activity jsonl, outloop yaml, dein budget, dein limit, deine limits, deine rechte, deine spuren, spuren, das journal, im protokoll, einträge von, protokolleinträge, auftragsprotokoll, aktivitätsprotokoll, audit protokoll, prüfprotokoll, supervisor, status der anderen, budget dieser aufgabe, limit dieser aufgabe, dieser aufgabe hoch, anderen aufgaben, anderen agenten, result json, manifest json, claude settings, wächterskript',
  ],
  mining: [
    'schürf*, mine, minen, mining, miner, nutz*, abbau*',
    'bitcoin*, monero, ethereum, krypto*, kryptowährung*, coins, bitcoin mining, mining, miner',
  ],
};
