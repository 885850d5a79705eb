import type { JournalRecord } from '../../src/domain/events.ts';
import type { JournalState } from '../../src/domain/state.ts';
import { catchUp, type Journal, openJournal } from '../../src/journal/journal.ts';
import { nodeDisk } from '../../src/journal/journal-file.ts';
import type { SimulatedFiles } from './files.ts';
import type { Model } from './model.ts';
import type { Violations } from './violations.ts';

/** What following the journal needs of the world. */
export interface FollowedWorld {
  readonly files: SimulatedFiles;
  readonly paths: { readonly journal: string; readonly internal: string };
  readonly violations: Violations;
  readonly model: Model;
  readonly workers: { readonly onRecord: (record: JournalRecord) => void };
  readonly latestWall: () => number;
  readonly say: (line: string) => void;
}

/** Reads the journal along, and gives each record that becomes history to whoever checks it, as soon as it does. */
export class RecordFollower {
  private readonly world: FollowedWorld;
  private readonly journal: Journal;
  private seenSize = -1;
  private seenInode = -1;
  private seq = 0;

  constructor(world: FollowedWorld) {
    this.world = world;
    const { journal, internal } = world.paths;
    this.journal = openJournal({ journal, internal }, nodeDisk);
  }

  /** The state after the last record. */
  state(): JournalState | null {
    return this.journal.fold?.state ?? null;
  }

  /** Takes in what is new. */
  follow(): void {
    const node = this.world.files.at(this.world.paths.journal);
    if (node === undefined || (node.size === this.seenSize && node.inode === this.seenInode)) return;
    this.seenSize = node.size;
    this.seenInode = node.inode;
    const file = nodeDisk.openToRead(this.world.paths.journal);
    if (file === undefined) return;
    try {
      const fold = catchUp(this.journal, file, { whole: true, onRecord: (record) => this.take(record) });
      this.world.violations.expect(
        fold.gapAt === undefined,
        'nothingLost',
        () => `records are missing before byte ${fold.gapAt}`,
      );
    } finally {
      file.close();
    }
  }

  private take(record: JournalRecord): void {
    if (record.seq <= this.seq) return;
    const { violations, model, workers } = this.world;
    violations.expect(
      record.seq === this.seq + 1,
      'nothingLost',
      () => `seq ${record.seq} after ${this.seq}`,
    );
    this.seq = record.seq;
    this.world.say(recordWords(record));
    model.take(record, this.world.latestWall());
    workers.onRecord(record);
  }
}

function recordWords(record: JournalRecord): string {
  const task = 'task_id' in record ? ` ${record.task_id.slice(-4)}` : '';
  const attempt = 'attempt' in record ? `#${record.attempt}` : '';
  const status = 'status' in record ? ` ${record.status}` : '';
  const epoch = 'epoch' in record ? ` (epoch ${record.epoch})` : '';
  const scope = 'scope' in record ? ` ${record.scope}` : '';
  return `  journal: ${record.event}${task}${attempt}${status}${scope}${epoch}`;
}
