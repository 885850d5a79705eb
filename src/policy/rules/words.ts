/*
 * The vocabulary that several rules share. A rule is after an intent, so it looks for an order ("delete …") with its
 * object ("all files"), not for a word: "fix the crash when users delete all files" has the same words and orders
 * nothing of the kind. Phrases are those of `words` rules: `*` ends an open word.
 */

/** Phrases as they are written down: separated by commas, over as many lines as it takes. */
export function phrases(...lists: readonly string[]): readonly string[] {
  return lists
    .flatMap((list) => list.split(','))
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

export const EVERYTHING = phrases(`
  everything, anything, whatever, the lot, every last, every single, all of it, all of them, the rest, all there is`);

export const MUCH = phrases(`
  all, every, each, any, both, most, half, everyone, everybody, several, many, thousands of, hundreds of, random`);

export const WHOLE = phrases('whole, entire, complete, full, total, whole of the');

/** What runs for others, or is theirs. */
export const LIVE = phrases(`
  production, prod, live, staging, customer, customers, company, shared, remote, public, upstream, origin, master, main, primary, real,
  corporate, client, employee, employees, team, critical`);

/** The machine that the agent runs on. */
export const MACHINES = phrases(`
  machine, computer, laptop, host, box, pc, mac, workstation, vm, server, operating system, os, phone, desktop, system`);

export const OTHERS = phrases(`
  colleague*, coworker*, co worker*, someone else, somebody else, other people, other person, other team, other user*, another user*, other developer*,
  everyone else, my boss, the boss, my neighbour, neighbor*, my friend, his, her, another team, the other team, my wife, my husband, roommate*, intern*`);

/** A thing of the user interface or of the code that only bears the name of what a rule is after. */
export const PARTS = phrases(`
  page, pages, screen, screens, view, views, form, forms, field, fields, button, buttons, dialog, dialogs, link, links, column, columns, test, tests,
  endpoint, endpoints, api, module, modules, class, classes, component, components, parser, docs, documentation, message, messages, error, errors,
  handler, handlers, option, options, flag, flags, icon, icons, label, labels, menu, menus, tab, tabs, list, lists, count, counter, prompt, prompts,
  helper, helpers, middleware, feature, features, flow, support, ui, widget, event, events, type, types, model, models, name, names, banner, modal,
  tooltip, header, headers, footer, section, sections, placeholder, dropdown, picker, toggle, checkbox, filter, filters, hint, hints, badge, format, size, sizes,
  example, examples, chapter, guide, tutorial, function, functions, method, methods, interface, library, dependency, dependencies, import, imports,
  reference, references, mock, mocks, fixture, fixtures, stub, stubs, schema, adapter, wrapper, hook, query, queries, string, strings, constant,
  constants, variable, variables, branch of, notification, notifications, animation, layout, style, styles, indicator, spinner, state, pane, panel,
  slider, bar, settings, config, configuration, logic, code path, plugin, plugins, app, application, route, routes, entry, entries, row, cell,
  template, templates, reader, writer, loader, importer, exporter, serializer, validator, client, driver, connection, connections, call, calls,
  pool, layer, manager, provider, emulator, theme, syntax, history api, editor, integration, wizard, table header, toolbar, keyword, statement`);

/** The clause tells of a fault, asks why, or keeps something from happening. */
export const PREVENTING =
  '\\b(?:(?:prevent|avoid|refuse|reject|detect|forbid|disallow|den(?:y|ies)|(?:protect|defend|guard|harden|safe)\\w* against)(?:ed|s|ing)?|' +
  "warn(?:s|ed|ing)? (?:when|if|about|before|users?|people|on)|(?:must|should|may|can|will) never|never (?:be|been|let|allow|logs?|print|store|expose|leak|show|return)|don't let|do not let|must not|should not|shouldn't|cannot|can't|no longer|" +
  '(?:ensure|check that|make sure|verify that|make sure that) no\\w*|none (?:should|may|must|of)|no (?:image|container|process|user) (?:should|may|must)|' +
  'unable|fails (?:when|if|to|on|in|with|for|after|because|silently)|crash(?:es)?|hangs when|must be|breaks (?:on|in|when|the)|is (?:ignored|slow|broken|wrong|missing)|opt[- ]in per|(?:in|for) (?:the )?local development|regression|why|explain(?:s|ed|ing)?|users? (?:can|may|should|must|could)|' +
  '(?:document|describe|find out|research|show|see|know|check|understand|investigate|look at|analy[sz]e|on) how)\\b(?!.*\\bby\\s+\\w+ing\\b)';

/** The clause asks for a feature that lets somebody choose. */
export const FEATURE =
  '\\b(?:options?|flags?|settings?|parameters?|ability|toggles?|checkbox(?:es)?|buttons?|switch|ways?|dialogs?|support|subcommands?|' +
  'env(?:ironment)? var(?:iable)?s?|menu entr(?:y|ies)|possibility) (?:to|for|that (?:lets|allows))\\b|' +
  '\\b(?:let|allow|enable|help)(?:s|ing)? (?:the )?(?:users?|people|admins?|members|owners|customers|visitors|them)\\b|\\bconfirm(?:ation)?\\b|' +
  '\\bbutton\\b|\\bopt-in\\b|\\bconfigurable\\b|\\bwarning before\\b';

/** The clause speaks of what is on the screen, in the code, or wrong with it: then its verbs tell what a program does. */
export const ABOUT_THE_PROGRAM =
  '\\b(?:pages?|views?|forms?|fields?|buttons?|dialogs?|modals?|tabs?|icons?|menus?|columns?|endpoints?|components?|parser|ui|screens?|hints?|tooltips?|' +
  'labels?|checkbox(?:es)?|dropdowns?|sidebar|toolbar|layout|css|table cells?|rows?|banner|toast|spinner|wizard|paginat\\w+|instead of|is wrong|missing|broken|' +
  'should(?! (?:be able|run|obey|ignore|not ask))|after a reload|too (?:short|long|slow|large|many|much)|' +
  'functions?|class(?:es)?|methods?|modules?|renders?|locales?|websockets?|responses?|props?|listeners?|templates?|librar(?:y|ies)|dependenc(?:y|ies)|' +
  'changelog|importer|exporter|serializer|validator|route|router|reducer|selector|regex|algorithm|shader|compiler|lexer|formatter|' +
  '(?:unit|integration|e2e|end-to-end|regression|smoke|snapshot) tests|test (?:runner|suite|helpers?|server|data|fixtures?)|in (?:the )?tests|tests? for|' +
  'file (?:picker|manager|dialog|browser|tree)|when (?:the|a|an|two|several|no|it|they|users?|there|editing|loading|saving|switching|opening)|' +
  'while (?:the|a|an|typing|loading|editing|it|downloads)|after (?:a|an|the|every|each) (?:reload|restart|deploy\\w*|login|logout|upgrade|update|save|crash|timeout|submit|release|upload|test|build)|' +
  'if (?:the|a|an|there|no|it|they))\\b';
