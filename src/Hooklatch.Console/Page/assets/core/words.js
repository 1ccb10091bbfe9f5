import { count, plural, relative } from './format.js';

// What the API says in a word, for people. An unknown word is shown as it is, so that a newer host can say more than this page knows.

/** The states of a delivery: a label for lists, the tone of its badge, and its icon. */
const states = {
  ready: { label: 'Ready to run', tone: 'info', icon: 'clock' },
  leased: { label: 'Running', tone: 'info', icon: 'play' },
  delayed: { label: 'Tries again later', tone: 'warn', icon: 'retry' },
  waiting: { label: 'Waits its turn', tone: 'info', icon: 'clock' },
  suspect: { label: 'Under suspicion', tone: 'warn', icon: 'warning' },
  done: { label: 'Handled', tone: 'ok', icon: 'check' },
  dead: { label: 'Failed for good', tone: 'bad', icon: 'cross' },
  quarantined: { label: 'Quarantined', tone: 'bad', icon: 'stop' },
  dismissed: { label: 'Dismissed', tone: 'mute', icon: 'minus' },
};

export const stateNames = Object.keys(states);

export function stateOf(row) {
  const known = states[row.state] ?? { label: row.state, tone: 'mute', icon: 'dot' };
  if (row.state === 'delayed' && row.attempts === 0) {
    return { ...known, label: 'Scheduled', tone: 'info', icon: 'clock' };
  }

  if (row.isJob && row.state === 'dismissed') {
    return { ...known, label: 'Cancelled' };
  }

  if (row.isJob && row.state === 'done') {
    return { ...known, label: 'Done' };
  }

  return known;
}

export const stateLabel = (state) => states[state]?.label ?? state;

const times = (n) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${count(n)} times`);

/** The state of one delivery as a sentence, and what a person does about it. */
export function stateInWords(row, now) {
  const due = row.dueAt ? relative(row.dueAt, now) : 'soon';
  const what = row.isJob ? 'job' : 'delivery';
  switch (row.state) {
    case 'ready':
      return {
        title: row.attempts > 0 ? `Failed ${times(row.attempts)}; ready for the next try` : 'Ready to run',
        advice: `It runs as soon as the host has room for it. If it stays here, the webhook or its plugin may be paused or disabled.`,
      };
    case 'leased':
      return { title: row.attempts > 0 ? `Running now, try ${count(row.attempts + 1)}` : 'Running now' };
    case 'delayed':
      return row.attempts > 0
        ? {
            title: `Failed ${times(row.attempts)}; tries again ${due}`,
            advice: 'There is nothing to do if the cause passes by itself. Once you have repaired it, requeue it so that it runs at once.',
          }
        : { title: `Scheduled: runs ${due}` };
    case 'waiting':
      return {
        title: `Waits for an earlier ${what} of the same key`,
        advice: `It runs when that one has ended. Look for one with the same order key that is stuck.`,
      };
    case 'suspect':
      return {
        title: `The host died ${times(row.crashes)} while it ran`,
        advice: 'It runs next time while nothing else runs, so that the one that kills the host is found.',
      };
    case 'done':
      return { title: `${row.isJob ? 'Done' : 'Handled'}${row.attempts > 1 ? ` at the ${ordinal(row.attempts)} try` : ''}` };
    case 'dead':
      return {
        title: row.attempts > 0 ? `Failed for good after ${plural(row.attempts, 'try', 'tries')}` : 'Failed for good',
        advice: 'It waits for you. Repair what the error says, then requeue it. Dismiss it if nobody needs it any more.',
      };
    case 'quarantined':
      return {
        title: `Quarantined: the host died ${times(row.crashes)} while it ran`,
        advice:
          'Do not requeue it before the handler is repaired: it would end the host again. The log of the host at those times says more.',
      };
    case 'dismissed':
      return row.isJob
        ? { title: 'Cancelled' }
        : {
            title: 'Dismissed',
            advice: 'A person put it aside. It does not run, and a copy of it does not either. Requeue it to have it run after all.',
          };
    default:
      return { title: row.state };
  }
}

function ordinal(n) {
  const tail = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${tail}`;
}

const outcomes = {
  handled: 'Handled',
  queued: 'Stored to run later',
  unhandled: 'No handler takes the event',
  duplicate: 'Had come before',
  handshake: 'Handshakes of the provider',
  rejected: 'Refused',
  failed: 'Failed in the handler or the host',
  abandoned: 'The sender hung up',
};

export const outcomeLabel = (name) => outcomes[name] ?? name;

const reasons = {
  invalid_signature: 'The signature does not fit',
  missing_signature: 'The signature is missing',
  invalid_token: 'The token is wrong',
  missing_token: 'The token is missing',
  timestamp: 'Too old, or the clocks differ',
  secret_not_configured: 'Your secret is not configured',
  public_url_not_configured: 'The public URL is not configured',
  key_unavailable: 'The provider’s key could not be fetched',
  secret_not_available: 'The secret could not be read',
  secret_not_stored: 'The secret could not be stored',
  address: 'It came from an address that is not allowed',
  handshake: 'The handshake does not fit',
  duplicate_in_progress: 'The same delivery still runs',
  body_too_large: 'The body is too large',
  body_too_slow: 'The body came too slowly',
  not_found: 'There is no such webhook',
};

/** A reason of a refusal: in words, or the word of the metrics with blanks. */
export function reasonLabel(name) {
  const words = reasons[name] ?? name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const roles = {
  read: 'may look, without bodies',
  bodies: 'may look at everything',
  operate: 'may look and act',
};

export const roleWords = (role) => roles[role] ?? role;

const missed = {
  skip: 'Missed runs are left out',
  once: 'Only the latest missed run is made up',
  all: 'Missed runs are made up',
};

export const missedRunsLabel = (name) => missed[name.toLowerCase()] ?? name;

const auditActions = {
  replay: 'Replayed',
  requeue: 'Requeued',
  dismiss: 'Dismissed',
  cancel: 'Cancelled',
  erase: 'Erased',
  pause: 'Paused',
  resume: 'Resumed',
  enable: 'Enabled',
  disable: 'Disabled',
  test: 'Sent a test to',
  body: 'Looked at the body of',
  'sign in': 'Signed in',
  'sign out': 'Signed out',
  'sign in refused': 'Refused to sign in',
  feed: 'Read bodies by the feed of',
  'bulk cancel': 'Stopped',
};

/** "Requeued" for `requeue`, "Requeued many:" for `bulk requeue`. */
export function auditLabel(action) {
  const [, many, ended] = /^bulk (replay|requeue|dismiss|erase)( ended)?$/.exec(action) ?? [];
  return many ? `${auditActions[many]} many${ended ? ', ended' : ''}:` : (auditActions[action] ?? action);
}

const runs = { running: 'Running', done: 'Done', cancelled: 'Stopped', failed: 'Failed' };

export const runLabel = (state) => runs[state] ?? state;
