// Lays graphs out with elkjs (layered, orthogonal) and dagre; reads and writes JSON files.
// Run by flow.py in a folder where both packages are installed.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const [folder, input, output] = process.argv.slice(2);
const require = createRequire(folder + "/package.json");
const ELK = require("elkjs/lib/elk.bundled.js");
const dagre = require("@dagrejs/dagre");
const elk = new ELK();

async function withElk(graph) {
  const start = performance.now();
  const drawn = await elk.layout({
    id: "root",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "DOWN",
      "elk.edgeRouting": "ORTHOGONAL",
      "elk.layered.spacing.nodeNodeBetweenLayers": "32",
      "elk.spacing.nodeNode": "16",
    },
    children: graph.nodes.map((n) => ({ id: n.id, width: n.w, height: n.h })),
    edges: graph.edges.map(([s, t], i) => ({ id: "e" + i, sources: [s], targets: [t] })),
  });
  const seconds = (performance.now() - start) / 1000;
  const lines = drawn.edges.map((e) => {
    const part = e.sections[0];
    return [part.startPoint, ...(part.bendPoints ?? []), part.endPoint].map((p) => [p.x, p.y]);
  });
  return { size: [drawn.width, drawn.height], lines, seconds };
}

function withDagre(graph) {
  const start = performance.now();
  const g = new dagre.graphlib.Graph({ multigraph: true });
  g.setGraph({ rankdir: "TB", ranksep: 32, nodesep: 16 });
  g.setDefaultEdgeLabel(() => ({}));
  for (const n of graph.nodes) g.setNode(n.id, { width: n.w, height: n.h });
  graph.edges.forEach(([s, t], i) => g.setEdge(s, t, {}, "e" + i));
  dagre.layout(g);
  const seconds = (performance.now() - start) / 1000;
  const lines = graph.edges.map(([s, t], i) => g.edge(s, t, "e" + i).points.map((p) => [p.x, p.y]));
  const { width, height } = g.graph();
  return { size: [width, height], lines, seconds };
}

const graphs = JSON.parse(readFileSync(input, "utf8"));
const found = { elkjs: [], dagre: [] };
for (const graph of graphs.slice(0, 30)) {
  // Warm both up, so that what is timed is laying out and not loading.
  await withElk(graph);
  withDagre(graph);
}
for (const graph of graphs) {
  found.elkjs.push(await withElk(graph));
  found.dagre.push(withDagre(graph));
}
writeFileSync(output, JSON.stringify(found));
