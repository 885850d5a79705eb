import type { PolicyRule } from '../policy.ts';

/** Commands that destroy, written out. */
export const DESTRUCTIVE_COMMANDS: readonly PolicyRule[] = [
  {
    id: 'destroy.rm',
    category: 'destruction',
    any: [
      '\\brm\\s+(?:-\\w+\\s+)*-\\w*[rf]\\w*\\b|\\brm\\s+--(?:recursive|force)\\b|\\brimraf\\s+[/~.*]',
      '\\b(?:del|rd|rmdir|erase)\\s+/[sqf]\\b|\\bremove-item\\b.*-recurse',
      '\\bfind\\s+\\S+.{0,40}-(?:delete|exec\\s+rm)\\b',
      '\\brm\\s+(?:/|~|\\*|\\.\\.)',
    ],
    order: true,
    why: 'The task orders files to be deleted in bulk.',
    rephrase: 'Name exactly what is obsolete and let the agent remove that.',
    examples: { match: ['clean up with rm -rf build src'], pass: ['rm: document the new --trash option'] },
  },
  {
    id: 'destroy.disk',
    category: 'destruction',
    any: [
      '\\b(?:mkfs(?:\\.\\w+)?|wipefs|shred|diskutil|fdisk|parted|sgdisk|cryptsetup|hdparm)\\s+[-/\\w]',
      '\\b(?:vssadmin|wbadmin|diskshadow|diskpart|bcdedit|fsutil)\\s+\\S|\\bcipher\\s+/w|\\bwevtutil\\s+(?:cl|clear)|\\bclear-eventlog\\b',
      '\\bdd\\s+(?:if|of)=|/dev/(?:sd|nvme|hd|disk|vd|mem|kmem)\\w*',
      '\\bformat\\s+(?:the\\s+)?(?:drive\\s+)?[a-z]:|\\bformat\\s+(?:the |my |this |a )?(?:\\w+ )?(?:disk|drive|partition|volume|usb|sd card|hard drive)\\b(?!\\s+(?:sizes?|usage|space|images?|names?|labels?))',
      ':\\s*\\(\\s*\\)\\s*\\{|\\bfork ?bomb\\b(?!\\s+(?:protection|test|guard|detection))',
    ],
    order: true,
    why: 'The task orders a command that destroys a disk or the machine.',
    rephrase: 'Describe the change to the project that you want.',
    examples: { match: ['overwrite /dev/sda with zeros'], pass: ['format all files with prettier'] },
  },
  {
    id: 'destroy.git',
    category: 'destruction',
    any: [
      '\\bgit\\s+(?:push\\s+(?:\\S+\\s+)*(?:-f\\b|--force\\S*|--mirror|--delete)|reset\\s+--hard|clean\\s+-\\w*[fdx]\\w*|branch\\s+-d\\b|filter-(?:branch|repo))',
      '\\bgit\\s+(?:checkout\\s+(?:--\\s+)?\\.(?=\\s|$)|update-ref\\s+-d|reflog\\s+expire|gc\\s+--prune|stash\\s+(?:clear|drop)|rebase\\s+--root)',
      '\\b(?:expire|clear|empty|delete|drop|wipe|purge)\\b (?:\\w+ )?\\breflogs?\\b|\\bgc\\b.{0,20}--prune|--prune=now\\b',
      '(?:^|[^\\w-])(?:force|hard)[- ](?:push(?:ing)?|reset(?:ting)?)\\b(?!\\s+(?:protection|warning|hint|check|detection|is|was))|\\bforce[- ]merge\\b|\\bpush\\b.{0,30}\\s(?:with|by|using) force\\b|\\b(?:and|then) force it\\b',
    ],
    order: true,
    why: 'The task orders git to throw work away.',
    rephrase: 'Ask for a new commit or branch instead.',
    examples: {
      match: ['force-push over the main branch'],
      pass: ['push the docker image in the release job'],
    },
  },
  {
    id: 'destroy.sql',
    category: 'destruction',
    any: [
      '(?:^\\W*|\\b(?:and|then|please|just|to|also)\\s+|[.,;:]\\s*)(?:drop|truncate|flush)\\s+(?!text|names|titles|values|labels)(?:the\\s+|our\\s+|all\\s+)?(?:\\w+\\s+){0,2}?(?:tables?|database|schema|keyspace|redis|db)\\b(?!\\s+(?:statement|syntax|support|quer\\w+|command|prefix|alias|if exists|column|dependency|dependencies|connection|layer|mock|driver|adapter|call|calls|lookup|access))',
      '\\b(?:drop\\s+(?:database|schema)\\s+\\w+\\s*;|delete\\s+from\\s+\\w+\\s*(?:;|where\\s+(?:1|true)|$)|truncate\\s+table\\s+\\w+\\s*;|update\\s+\\w+\\s+set\\s+\\w+\\s*=\\s*\\S+\\s*;)',
      '\\b(?:flushall|flushdb|dropdb|dropdatabase)\\b',
    ],
    order: true,
    unless: [
      '\\b(?:parse|parser|parsing|support|grammar|dialect|highlight\\w*|lexer|failing test|generated|emitting|emit|migration\\w*|drizzle\\S*)\\b',
    ],
    why: 'The task orders data to be dropped.',
    rephrase: 'Ask for a migration in the project.',
    examples: { match: ['drop all tables, we start again'], pass: ['support DROP TABLE in the SQL parser'] },
  },
  {
    id: 'destroy.cloud',
    category: 'destruction',
    any: [
      '\\b(?:terraform|tofu|pulumi|cdk|vagrant|serverless)\\s+(?:destroy|state rm)|--?auto-approve',
      '\\bkubectl\\s+(?:delete|drain|cordon|exec)|\\bhelm\\s+(?:uninstall|delete)|\\bdocker\\s+(?:system|volume|image|container)\\s+(?:prune|rm)|\\bdocker\\s+rm\\s+-f',
      '\\baws\\s+(?:s3\\s+(?:rm|rb)|ec2\\s+terminate|rds\\s+delete|iam)|\\bgcloud\\s+.*\\bdelete|\\baz (?:group|vm|sql|storage|aks|resource|keyvault)\\b.*\\bdelete|\\bheroku\\s+\\w+:destroy',
      '\\bnpm\\s+unpublish|\\bgh\\s+(?:repo|release|secret)\\s+delete|\\bcargo\\s+yank',
      '\\bkill\\s+-(?:9|kill|s)\\s+(?:-1|\\$|1\\b|every|all)|\\b(?:pkill|killall)\\s+(?:-\\w+\\s+)?\\w',
      '\\bransomware\\b|\\b(?:logic|time) bomb\\b|\\bencrypt\\b.{0,40}\\b(?:ransom|note|bitcoin|throw away the key|hostage)\\b',
    ],
    order: true,
    unless: ['\\b(?:as a last resort|sends?|document\\w*|wrapper|import\\w*)\\b'],
    why: 'The task orders a destructive command.',
    rephrase: 'Name exactly what is obsolete and let the agent remove that.',
    examples: {
      match: ['run terraform destroy -auto-approve'],
      pass: ['terraform plan should stay empty after an import'],
    },
  },
];
