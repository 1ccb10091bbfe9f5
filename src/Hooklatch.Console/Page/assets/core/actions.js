// What can be done with deliveries, and what a person is told before.

export const actions = {
  replay: {
    label: 'Replay',
    past: 'Replayed',
    icon: 'retry',
    tells: (what) =>
      `The handler runs once more with the same bytes, as a new ${what} that says it is a replay. The old one stays as it is. Its sender is not verified again.`,
  },
  requeue: {
    label: 'Requeue',
    past: 'Requeued',
    icon: 'play',
    tells: (what) => `The same ${what} becomes ready now, and its tries are counted anew. It runs as soon as there is room.`,
  },
  dismiss: {
    label: 'Dismiss',
    past: 'Dismissed',
    icon: 'minus',
    tells: (what) =>
      `The ${what} is put aside: it does not run, and a copy that its sender sends does not either. You can requeue it later.`,
  },
  cancel: {
    label: 'Cancel',
    past: 'Cancelled',
    icon: 'stop',
    isDanger: true,
    tells: () => 'The job is taken out. If it runs, its method is asked to stop, and whatever it does after that counts no longer.',
  },
  erase: {
    label: 'Erase',
    past: 'Erased',
    icon: 'cross',
    isDanger: true,
    tells: (what) => `The ${what} is erased with everything that is known of it: body, headers, tries and errors. This cannot be undone.`,
  },
};

/** In the order in which they are offered. */
export const actionNames = Object.keys(actions);
