import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { amount, anyEdges, edgesOf, type Money } from "./made_up.ts";
import { flowModel, isPooled, natureOf, turnover, type FlowModel } from "./model.ts";
import { inShort, spanOf, sum, whole, type Span } from "./span.ts";

const figures = ({ floor, extra, about }: Span): [number, number, number] => [floor, extra, about];
const flowsAt = (model: FlowModel, key: string) => ({
  ins: model.flows.filter((flow) => flow.to === key),
  outs: model.flows.filter((flow) => flow.from === key),
});
const total = (flows: FlowModel["flows"]): Span => sum(flows.map(({ span }) => span));

test("what goes into a pool comes out of it, floor and extra alike", () => {
  fc.assert(
    fc.property(anyEdges, fc.integer({ min: 0, max: 40 }), (edges, most) => {
      const model = flowModel(edges, most);
      for (const key of model.stops.keys()) {
        const { ins, outs } = flowsAt(model, key);
        if (ins.length > 0 && outs.length > 0) assert.deepEqual(figures(total(ins)), figures(total(outs)));
      }
    }),
  );
});

test("what comes from all sources goes to all sinks", () => {
  fc.assert(
    fc.property(anyEdges, (edges) => {
      const model = flowModel(edges);
      const ends = [...model.stops.keys()].map((key) => flowsAt(model, key));
      const sources = ends.filter(({ ins }) => ins.length === 0).flatMap(({ outs }) => outs);
      const sinks = ends.filter(({ outs }) => outs.length === 0).flatMap(({ ins }) => ins);
      assert.deepEqual(figures(total(sources)), figures(total(sinks)));
    }),
  );
});

test("every amount is drawn once: in a flow, or apart", () => {
  fc.assert(
    fc.property(anyEdges, fc.integer({ min: 0, max: 40 }), (edges, most) => {
      const model = flowModel(edges, most);
      const drawn = [...model.flows.flatMap((flow) => flow.edges), ...model.apart.map((one) => one.edge)];
      assert.deepEqual(drawn.map(({ id }) => id).sort(), edges.map(({ id }) => id).sort());
      for (const flow of model.flows.filter(({ nature }) => nature !== "rest")) {
        assert.deepEqual(figures(flow.span), figures(sum(flow.edges.map((each) => spanOf(each.amount)!))));
        assert.ok(flow.edges.every((each) => each.counted && natureOf(each) === flow.nature));
      }
    }),
  );
});

test("flows run one way, and spending ends at sinks of its own", () => {
  fc.assert(
    fc.property(anyEdges, (edges) => {
      const model = flowModel(edges);
      const seen = new Set<string>();
      const reach = (key: string, path: ReadonlySet<string>): void => {
        assert.ok(!path.has(key), "a flow leads back");
        if (seen.has(key)) return;
        for (const flow of flowsAt(model, key).outs) reach(flow.to, new Set([...path, key]));
        seen.add(key);
      };
      for (const [key, stop] of model.stops) {
        reach(key, new Set());
        const { ins, outs } = flowsAt(model, key);
        if (stop.kind === "sink") {
          assert.equal(outs.length, 0);
          assert.ok(ins.every(({ nature }) => nature === stop.nature));
        }
      }
    }),
  );
});

const given = (start: number, end: number, low: number, high: number | null = low, relation = "gaveTo"): Money => ({
  start,
  end,
  relation,
  of: amount(low, high),
});

test("support and opposition do not meet", () => {
  const spent = [given(1, 2, 30, 30, "spentFor"), given(1, 2, 20, 20, "spentAgainst")];
  const model = flowModel(edgesOf([given(0, 1, 100), ...spent], [0, 1, 2]));
  const sinks = [...model.stops.values()].filter(({ kind }) => kind === "sink").map(({ label }) => label);
  assert.deepEqual(sinks, ["spent for: N2", "spent against: N2"]);
  const left = model.flows.find(({ nature }) => nature === "rest")!;
  assert.deepEqual([figures(left.span), model.stops.get(left.to)!.label], [[5000, 0, 0], "kept, or not told"]);
});

test("money is pooled where several flows go in and some come out", () => {
  const [first, second, spent] = [given(0, 2, 5), given(1, 2, 7), given(2, 3, 9, 9, "spentFor")] as const;
  const isPool = (money: Money[]) => isPooled(flowModel(edgesOf(money, [0, 0, 1, 2])), " n2");
  assert.deepEqual([isPool([first, second, spent]), isPool([first, spent]), isPool([first, second])], [true, false, false]);
});

test("two datasets that tell of one gift are not added", () => {
  const money = ["a", "b"].map((dataset) => ({ ...given(0, 1, 5), dataset }));
  const model = flowModel(edgesOf(money, [0, 1]));
  assert.equal(model.stops.size, 4);
  assert.deepEqual(model.flows.map(({ span }) => whole(span)), [500, 500]);
});

test("kinds of money are told one by one", () => {
  const model = flowModel(edgesOf([given(0, 2, 5), given(0, 2, 1, 2), given(1, 2, 7, null)], [0, 1, 1]));
  const told = turnover(model.flows.filter((flow) => flow.to === " n2"));
  assert.deepEqual(told.map(([nature, span]) => [nature, inShort(span)]), [["passed on", ">$7"], ["given", "$6–$7"]]);
});

test("what is only about stands beside what is bounded", () => {
  const [more, about] = [spanOf(amount(1.5e6, null))!, spanOf(amount(null, null, 4e5))!];
  assert.deepEqual([more, about, sum([more, about])].map(inShort), [">$1.5M", "~$400k", ">$1.5M + ~$400k"]);
  assert.deepEqual([spanOf(amount(null, null)), spanOf(amount(-5, -5))], [null, null]);
  assert.equal(inShort(spanOf(amount(null, 900))!), "≤$900");
});

test("small flows to one end are one flow, out of the scale", () => {
  const gifts = [50, 4, 3, 2].map((size, id) => given(id, 4, size));
  const model = flowModel(edgesOf(gifts, [0, 0, 0, 0, 1]), 1);
  const labels = [...model.stops.values()].map(({ label, grouped }) => [label, grouped]);
  assert.deepEqual(labels, [["N0", false], ["N4", false], ["3 smaller", true]]);
  assert.deepEqual(model.flows.map(({ span }) => whole(span)), [5000, 900]);
});
