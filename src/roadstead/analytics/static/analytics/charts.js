// Charts beside the tables. Each table says the same; this file only adds the pictures.

const TONES = {
  newly_caught: "#8b1303", no_longer: "#1e7a3c", newly_unknown: "#c2850c", newly_settled: "#7a8fa6", a: "#162e51", b: "#c2850c",
};
const BAR = 30; // pixels for each bar of a chart of bars
const INK = "#565c65";
const LINE = "#dfe1e2";
const FONT = getComputedStyle(document.body).fontFamily;
const library = document.getElementById("what-if-charts").dataset.library;
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const wait = document.querySelectorAll("[data-chart]");
let loading;

// The file makes a global of its own; it is fetched once, when the first chart comes near.
async function echarts() {
  loading ??= import(library);
  await loading;
  return globalThis.echarts;
}

function series(data, kind) {
  return data.series.map((one) => ({
    name: one.name, type: "bar", data: one.values, stack: data.stacked ? "all" : undefined, animation: false,
    itemStyle: { color: TONES[one.tone] }, barMaxWidth: kind === "bars" ? 16 : 28, barGap: "10%",
  }));
}

function axes(data, room) {
  const names = {
    type: "category", data: data.labels, axisLine: { lineStyle: { color: LINE } }, axisTick: { show: false },
    axisLabel: { color: INK, fontFamily: FONT, fontSize: 13 },
  };
  const numbers = {
    type: "value", minInterval: 1, splitNumber: 3, splitLine: { lineStyle: { color: LINE } },
    axisLabel: { color: INK, fontFamily: FONT, fontSize: 13, formatter: (n) => n.toLocaleString(), hideOverlap: true },
  };
  if (data.kind === "months") return { xAxis: names, yAxis: numbers };
  Object.assign(names, { inverse: true });
  Object.assign(names.axisLabel, { width: room * 0.4, overflow: "truncate" });
  return { xAxis: numbers, yAxis: names };
}

function options(data, room) {
  return {
    ...axes(data, room),
    animation: false,
    textStyle: { fontFamily: FONT, color: INK },
    grid: { top: 10, right: 18, bottom: 6, left: 4, containLabel: true },
    // Text drawn into the picture: a box of HTML would carry styles that the policy refuses.
    tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" }, confine: true, transitionDuration: still ? 0 : 0.2 },
    series: series(data, data.kind),
  };
}

async function draw(box) {
  const data = JSON.parse(document.getElementById(box.dataset.chart).textContent);
  try {
    const library = await echarts();
    if (data.kind === "bars") box.style.blockSize = `${(data.labels.length + 1.5) * BAR}px`;
    const chart = library.init(box, null, { renderer: "svg" });
    chart.setOption(options(data, box.clientWidth));
    new ResizeObserver(() => { chart.resize(); }).observe(box);
    box.dataset.state = "drawn";
  } catch (error) {
    console.warn("A chart could not be drawn.", error);
    box.parentElement.hidden = true; // the table stands beside it
  }
}

const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    draw(target);
  }
}, { rootMargin: "400px" });
for (const box of wait) {
  const { labels } = JSON.parse(document.getElementById(box.dataset.chart).textContent);
  if (!labels.length) continue;
  box.parentElement.hidden = false;
  near.observe(box);
}

// Paper shows what the screen has not reached yet, and what was folded away.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await Promise.all([...wait].filter((box) => box.offsetParent && !box.dataset.state).map(draw));
    print();
  });
}
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll(".wif-numbers details")) fold.open = true;
});
