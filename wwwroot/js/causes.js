// What went wrong: one of the causes in troubles.json, and what the table says of it.
import troubles from "../troubles.json" with { type: "json" };

const byStatus = {
  401: "signed-out",
  403: "forbidden",
  404: "gone",
  408: "time-out",
  409: "conflict",
  410: "gone",
  413: "too-large",
  422: "validation",
  429: "too-many",
  // A gateway got no answer: whoever it asked may have done it all the same.
  502: "unknown-outcome",
  503: "database",
  504: "unknown-outcome",
};

// Of an answer, or of the error that came instead of one.
export function causeOf(trouble) {
  if (!trouble?.status) return isLate(trouble) ? "time-out" : "line";
  const named = trouble.headers?.get("X-Trouble");
  if (named in troubles) return named;
  return byStatus[trouble.status] ?? (trouble.status >= 500 ? "fault" : "other");
}

// Where nothing was sent, nothing can be lost: then the words are others.
export function wordsOf(cause, { reading = false } = {}) {
  const { text, reading: alone, action } = troubles[cause] ?? troubles.other;
  return { text: reading ? (alone ?? text) : text, action };
}

function isLate(error) {
  return error === "timeout" || error?.name === "TimeoutError";
}
