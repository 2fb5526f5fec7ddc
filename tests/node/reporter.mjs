// What node --test says: each test that fails with its place, and one line on all of them.
import { relative } from "node:path";

export default async function* reporter(source) {
  for await (const { type, data } of source) {
    if (type === "test:fail" && data.details.error.failureType !== "subtestsFailed") {
      const { error } = data.details;
      yield `FAILED ${relative("", data.file)}:${data.line} ${data.name}\n${error.cause?.stack ?? error.message}\n\n`;
    }
    if (type === "test:stderr") yield data.message;
    if (type === "test:summary" && !data.file) {
      const { passed, failed } = data.counts;
      yield `Scripts without a browser: ${passed} passed, ${failed} failed in ${(data.duration_ms / 1000).toFixed(1)} s\n`;
    }
  }
}
