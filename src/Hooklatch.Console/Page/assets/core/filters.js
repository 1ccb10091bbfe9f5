// The filter of a list of deliveries. In the address it is as a person chose it ("the last hour"), for the API it is a time.

const names = ['plugin', 'endpoint', 'jobs', 'event', 'deliveryId', 'state', 'errorType', 'fingerprint'];

export const spans = [
  ['15m', 'the last 15 minutes', 15],
  ['1h', 'the last hour', 60],
  ['24h', 'the last 24 hours', 24 * 60],
  ['7d', 'the last 7 days', 7 * 24 * 60],
];

/** What the API is asked for. */
export function toApi(query, now) {
  const filter = {};
  for (const name of names) {
    if (query[name]) {
      filter[name] = query[name];
    }
  }

  const span = spans.find(([key]) => key === query.within);
  if (span) {
    filter.from = new Date(now - span[2] * 60000).toISOString();
  } else {
    if (query.from) {
      filter.from = query.from;
    }

    if (query.to) {
      filter.to = query.to;
    }
  }

  return filter;
}

/** The same as the body of a request, in which "jobs" is no text. */
export function toBody(filter) {
  const { jobs, ...others } = filter;
  return jobs == null ? others : { ...others, jobs: jobs === 'true' };
}

export const isFiltered = (query) => [...names, 'within', 'from', 'to'].some((name) => query[name]);
