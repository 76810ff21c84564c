import { renderChart, roomAround } from "./chart";
import type { TrainingStep } from "./document";
import { h, percent, whole } from "./dom";

/** The training of an encoder: its loss and, where it was measured, its error rate on other pairs. */
export function renderTraining(steps: readonly TrainingStep[]): HTMLElement {
  const measured = steps.filter((step) => step.dev_aer !== undefined);
  const domain: [number, number] = [steps[0]?.step ?? 0, steps.at(-1)?.step ?? 1];
  const x = { label: "Step", domain, format: (value: number) => whole(Math.round(value)) };
  const best = measured.reduce<TrainingStep | undefined>(
    (least, step) => (!least || step.dev_aer! < least.dev_aer! ? step : least),
    undefined,
  );
  return h(
    "main",
    { class: "report" },
    h("h2", {}, "Training"),
    best
      ? h(
          "p",
          { class: "quiet" },
          `The lowest AER of the pairs for development is ${percent(best.dev_aer!)}, at step ${whole(best.step)}.`,
        )
      : null,
    steps.length === 0
      ? h("p", {}, "The log has no step.")
      : h(
          "div",
          { class: "charts" },
          renderChart(
            "Loss",
            x,
            {
              label: "Loss",
              domain: roomAround(
                steps.map(({ loss }) => loss),
                0,
                Infinity,
              ),
              format: (value) => value.toFixed(3),
            },
            [{ name: "loss", points: steps.map(({ step, loss }) => [step, loss]) }],
          ),
          best
            ? renderChart(
                "AER of the pairs for development",
                x,
                {
                  label: "AER",
                  domain: roomAround(
                    measured.map((step) => step.dev_aer!),
                    0,
                    1,
                  ),
                  format: percent,
                },
                [{ name: "AER", points: measured.map((step) => [step.step, step.dev_aer!]) }],
              )
            : null,
        ),
  );
}
