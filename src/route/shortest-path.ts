/**
 * Dijkstra's search on a small graph held in typed arrays. A library of graphs was measured in its place: it cost the
 * start of `plan` some 40 ms, most of it for the objects that it makes of nodes and links.
 */
import FlatQueue from 'flatqueue';

export interface Graph {
  readonly nodes: number;
  /** For each edge its two nodes. */
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** Edges of node n: `edges[first[n]]` up to `edges[first[n + 1]]`. */
  readonly first: Uint32Array;
  readonly edges: Uint16Array;
}

export function makeGraph(nodes: number, from: Uint16Array, to: Uint16Array): Graph {
  const first = new Uint32Array(nodes + 1);
  for (const ends of [from, to]) for (const node of ends) first[node + 1]++;
  for (let node = 0; node < nodes; node++) first[node + 1] += first[node];
  const next = first.slice();
  const edges = new Uint16Array(2 * from.length);
  for (let edge = 0; edge < from.length; edge++) {
    edges[next[from[edge]]++] = edge;
    edges[next[to[edge]]++] = edge;
  }
  return { nodes, from, to, first, edges };
}

/** A node, and what it costs to come to it from the start, or from it to the end. */
export interface Terminal {
  readonly node: number;
  readonly cost: number;
}

export interface Path {
  readonly cost: number;
  readonly start: Terminal;
  readonly end: Terminal;
  /** From the start's node to the end's. */
  readonly edges: readonly number[];
}

/**
 * The cheapest path from any start to any end; null when none costs less than `limit`. `costs` is of
 * each edge, and may be `Infinity`.
 */
export function shortestPath(
  graph: Graph,
  starts: readonly Terminal[],
  ends: readonly Terminal[],
  costs: Float64Array,
  limit: number,
): Path | null {
  const cost = new Float64Array(graph.nodes).fill(Infinity);
  /** Edge by which a node is reached; -1: it is a start. */
  const by = new Int32Array(graph.nodes).fill(-1);
  /** A node that became cheaper is pushed again; its old entry comes out as a repeat that finds nothing cheaper. */
  const open = new FlatQueue<number>();
  for (const start of starts) {
    if (start.cost >= cost[start.node]) continue;
    cost[start.node] = start.cost;
    open.push(start.node, start.cost);
  }
  let best: { end: Terminal; cost: number } | null = null;
  for (let node = open.pop(); node !== undefined && cost[node] < (best?.cost ?? limit); node = open.pop()) {
    for (const end of ends) {
      const total = cost[node] + end.cost;
      if (end.node === node && total < (best?.cost ?? limit)) best = { end, cost: total };
    }
    for (let at = graph.first[node]; at < graph.first[node + 1]; at++) {
      const edge = graph.edges[at];
      const other = graph.from[edge] === node ? graph.to[edge] : graph.from[edge];
      const total = cost[node] + costs[edge];
      if (total >= cost[other]) continue;
      cost[other] = total;
      by[other] = edge;
      open.push(other, total);
    }
  }
  if (best === null) return null;
  const edges: number[] = [];
  let node = best.end.node;
  for (let edge = by[node]; edge >= 0; edge = by[node]) {
    edges.push(edge);
    node = graph.from[edge] === node ? graph.to[edge] : graph.from[edge];
  }
  const start = starts.filter((own) => own.node === node).reduce((a, b) => (b.cost < a.cost ? b : a));
  return { ...best, start, edges: edges.reverse() };
}
