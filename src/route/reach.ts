/** How far every place of the network is, by road, from that of some others which is reached first. */
import FlatQueue from 'flatqueue';
import type { Graph } from './shortest-path.ts';

export interface Reach {
  /** Kilometres to each node by the quickest way; `Infinity`: no road leads there. */
  readonly km: Float64Array;
  /** Node of the one reached first; -1: none. */
  readonly nearest: Int32Array;
}

/** Of each edge its hours, `Infinity` where it must not be used, and its kilometres. */
export interface EdgeLengths {
  readonly hours: Float64Array;
  readonly km: Float32Array;
}

/** By hours, for a track may be shorter, and no ambulance takes it. */
export function reachFrom(graph: Graph, origins: readonly number[], edges: EdgeLengths): Reach {
  const km = new Float64Array(graph.nodes).fill(Infinity);
  const hours = new Float64Array(graph.nodes).fill(Infinity);
  const nearest = new Int32Array(graph.nodes).fill(-1);
  const open = new FlatQueue<number>();
  for (const node of origins) {
    hours[node] = 0;
    km[node] = 0;
    nearest[node] = node;
    open.push(node, 0);
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (let at = graph.first[node]; at < graph.first[node + 1]; at++) {
      const edge = graph.edges[at];
      const other = graph.from[edge] === node ? graph.to[edge] : graph.from[edge];
      const total = hours[node] + edges.hours[edge];
      if (total >= hours[other]) continue;
      hours[other] = total;
      km[other] = km[node] + edges.km[edge];
      nearest[other] = nearest[node];
      open.push(other, total);
    }
  }
  return { km, nearest };
}
