import type { PolicyRule } from '../policy.ts';
import { CHINESE, JAPANESE, KOREAN } from './languages/asian.ts';
import { GERMAN } from './languages/german.ts';
import type { LanguageIntents } from './languages/intents.ts';
import { FRENCH, ITALIAN, PORTUGUESE, SPANISH } from './languages/romance.ts';
import { RUSSIAN } from './languages/russian.ts';
import { phrases } from './words.ts';

const LANGUAGES: Readonly<Record<string, LanguageIntents>> = {
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  pt: PORTUGUESE,
  ru: RUSSIAN,
  zh: CHINESE,
  ja: JAPANESE,
  ko: KOREAN,
};

/** In these a character counts as a word. */
const SPACELESS: readonly string[] = ['zh', 'ja', 'ko'];
const LATIN: readonly string[] = ['de', 'es', 'fr', 'it', 'pt'];

/** What each intent is called and why it is refused. */
const INTENTS: Readonly<Record<keyof LanguageIntents, readonly [category: string, why: string]>> = {
  override: ['injection', 'The task speaks to the agent against its rules.'],
  secrets: ['credentials', 'A task may not read or show what lets somebody in.'],
  rights: ['escalation', 'A task may not ask for more rights than the agent has.'],
  destroy: ['destruction', 'A task may not destroy what cannot be had back.'],
  checks: ['checks', 'A task may not switch off what checks the work.'],
  outside: ['escape', 'A task may not leave the project.'],
  run: ['shell', 'A task may not consist of commands to run.'],
  persist: ['persistence', 'A task may not leave something behind that lives on.'],
  move: ['exfiltration', 'A task may not carry what is in the project elsewhere.'],
  agents: ['recursion', 'A task may not start further agents.'],
  records: ['tampering', "A task may not change Outloop's own records."],
  mining: ['mining', 'A task may not use machines to earn coins.'],
};

/** Repairing, testing and describing what exists is ordinary, whatever it is about. */
const REPAIRING =
  '(?<![a-z])(?:fehler|beheb\\w*|korrigier\\w*|reparier\\w*|schaltflache|knopf|option|einstellung|tests? fur|tests? schreiben|schreib\\w* tests?|dokumentier\\w*|verhinder\\w*|veraltete\\w*|unbenutzt\\w*|ungenutzt\\w*|temporar\\w*|doppelte\\w*|feld|' +
  'error|errores|corrig\\w+|corregir|arregla\\w*|boton|opcion|pruebas? (?:para|de)|evita que|obsolet\\w*|sin usar|formulario|' +
  'erreurs?|corriger|bouton|ajoute[rz]? (?:un |des )?(?:test|bouton)|empeche\\w*|obsoletes?|inutilise\\w*|formulaire|' +
  'errore|correggi|pulsante|erro ao|botao)(?![a-z])|' +
  'ошибк|исправ(?:ь|ить) (?:ошиб|баг|паден)|кнопк|тест(?:ы|ов) для|предотвра|устаревш|неиспользуем|修复|修正|错误|按钮|选项|测试用例|添加测试|未使用|过时|页面|功能|' +
  '不具合|使われていない|使用されていない|不要な|古い|重複|エラー|バグ|ボタン|改善|テストを(?:追加|書)|未使用|非推奨|欄|画面|機能を追加|オプション|오류|버그|버튼|수정해';

/** Showing a message, on a condition, and reading settings is what programs do with passwords. */
const SHOWING =
  '(?<![a-z])(?:wenn|falls|sobald|meldung|hinweis|nur|statt|solange|konfiguration aus|' +
  'cuando|mientras|mensaje|aviso|solo|en lugar de|en vez de|configuracion desde|valida que|validacion|' +
  'quand|lorsque?|message|au lieu|tant que|depuis le fichier|lire la configuration|' +
  'quando|mensagem|messaggio|enquanto|mentre|invece|em vez)(?![a-z])|' +
  'если|когда|сообщение|пока(?![а-я])|вместо|конфигураци|提示|时显示|之后|修改密码后|应该|配置文件|場合|とき|メッセージ|できるように|設定ファイル|변경 후';

/** What an object is only the first half of: `Passwort-Link`. */
const PARTS = phrases(
  'link, links, feld, felder, formular, reset, seite, seiten, dialog, länge, stärke, campo, campos, página, champ, champs, lien, page, форма, формы, поле, поля, страниц*, сброс*, 欄, 页, 页面, 框, 字段, 重置, 强度, フォーム, 入力, リセット, 画面, 欄, 強度',
);

/** The default rules' intents in other languages, where word order is free: verb and object in either order. */
export const LANGUAGE_RULES: readonly PolicyRule[] = Object.entries(LANGUAGES).flatMap(
  ([language, intents]) =>
    Object.entries(INTENTS).map(([intent, [category, why]]) => {
      const [verbs, objects] = intents[intent as keyof LanguageIntents];
      return {
        id: `${language}.${intent}`,
        category,
        words: [phrases(verbs), phrases(objects)],
        inAnyOrder: true,
        taskOnly: true,
        gap: SPACELESS.includes(language) ? 16 : 7,
        ...(LATIN.includes(language) ? { notInEnglish: true } : {}),
        notBefore: PARTS,
        unless: intent === 'secrets' ? [REPAIRING, SHOWING] : [REPAIRING],
        why,
        rephrase: 'Describe the change to the project that you want.',
      };
    }),
);
