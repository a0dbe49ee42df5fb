import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { makeGraph, shortestPath } from '../../src/route/shortest-path.ts';

const graphs = fc.integer({ min: 2, max: 9 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    edges: fc.array(
      fc.record({
        from: fc.nat(nodes - 1),
        to: fc.nat(nodes - 1),
        cost: fc.oneof(
          { weight: 9, arbitrary: fc.integer({ min: 0, max: 20 }) },
          { weight: 1, arbitrary: fc.constant(Infinity) },
        ),
      }),
      { maxLength: 20 },
    ),
    start: fc.nat(nodes - 1),
    end: fc.nat(nodes - 1),
  }),
);

/** Cheapest costs between all nodes, by trying every node as the middle (Floyd and Warshall). */
function allCosts(nodes: number, edges: readonly { from: number; to: number; cost: number }[]): number[][] {
  const costs = Array.from({ length: nodes }, (_, a) =>
    Array.from({ length: nodes }, (_, b) => (a === b ? 0 : Infinity)),
  );
  for (const { from, to, cost } of edges) {
    costs[from][to] = Math.min(costs[from][to], cost);
    costs[to][from] = Math.min(costs[to][from], cost);
  }
  for (let by = 0; by < nodes; by++)
    for (const row of costs) for (let b = 0; b < nodes; b++) row[b] = Math.min(row[b], row[by] + costs[by][b]);
  return costs;
}

test('a path costs what the cheapest costs, and its edges lead from the start to the end', () => {
  fc.assert(
    fc.property(graphs, ({ nodes, edges, start, end }) => {
      const from = Uint16Array.from(edges, (edge) => edge.from);
      const to = Uint16Array.from(edges, (edge) => edge.to);
      const path = shortestPath(
        makeGraph(nodes, from, to),
        [{ node: start, cost: 0 }],
        [{ node: end, cost: 0 }],
        Float64Array.from(edges, ({ cost }) => cost),
        Infinity,
      );
      const cheapest = allCosts(nodes, edges)[start][end];
      expect(path?.cost ?? Infinity).toBe(cheapest);
      if (path === null) return;
      let node = start;
      for (const edge of path.edges) {
        expect([from[edge], to[edge]]).toContain(node);
        node = from[edge] === node ? to[edge] : from[edge];
      }
      expect(node).toBe(end);
      expect(path.edges.reduce((sum, edge) => sum + edges[edge].cost, 0)).toBe(cheapest);
    }),
  );
});

describe('with several starts and ends', () => {
  // 0 -5- 1 -5- 2
  const graph = makeGraph(3, Uint16Array.of(0, 1), Uint16Array.of(1, 2));
  const five = Float64Array.of(5, 5);

  it('takes the pair that is cheapest with what it costs to come there', () => {
    const starts = [
      { node: 0, cost: 0 },
      { node: 1, cost: 3 },
    ];
    const path = shortestPath(graph, starts, [{ node: 2, cost: 1 }], five, Infinity)!;
    expect(path).toMatchObject({ cost: 9, start: { node: 1 }, end: { node: 2 }, edges: [1] });
  });

  it('finds nothing at or above the limit', () => {
    const [starts, ends] = [[{ node: 0, cost: 0 }], [{ node: 2, cost: 0 }]];
    expect(shortestPath(graph, starts, ends, five, 10)).toBeNull();
    expect(shortestPath(graph, starts, ends, five, 10.1)?.cost).toBe(10);
  });
});
