import { createServer } from 'https';
import type { Certificate } from './certificate';
import { listen } from './listen';

const SUMMARY = {
  node: {
    nodeName: 'made-up-node',
    startTime: '2024-01-01T00:00:00Z',
    cpu: { time: '2024-01-01T00:00:00Z', usageNanoCores: 420000000, usageCoreNanoSeconds: 4242000000000 },
    memory: { time: '2024-01-01T00:00:00Z', availableBytes: 1000000, usageBytes: 4242000, workingSetBytes: 3000000, rssBytes: 2000000, pageFaults: 1, majorPageFaults: 0 },
  },
  pods: [{
    podRef: { name: 'made-up-pod', namespace: 'made-up', uid: '00000000-0000-4000-8000-000000000003' },
    startTime: '2024-01-01T00:00:00Z',
    containers: [],
    cpu: { time: '2024-01-01T00:00:00Z', usageNanoCores: 1, usageCoreNanoSeconds: 2 },
    memory: { time: '2024-01-01T00:00:00Z', usageBytes: 4343000, workingSetBytes: 3 },
  }],
};

/** Starts a made-up kubelet that gives its statistics to the token `good`; its address. */
export async function kubelet({ cert, key }: Certificate): Promise<string> {
  const server = createServer({ cert, key }, ({ url, headers }, response) => {
    const status = headers.authorization !== 'Bearer good' ? 401 : url === '/stats/summary' ? 200 : 404;
    response.writeHead(status, { 'content-type': 'application/json' }).end(status === 200 ? JSON.stringify(SUMMARY) : '');
  });
  return `https://127.0.0.1:${await listen(server)}`;
}
