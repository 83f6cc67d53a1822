// The page of a lost database goes away by itself once the database is back.
import { retryAfter } from "./retry-after.js";

const every = 10_000;
const again = document.querySelector("[data-retry]");

if (again) setTimeout(look, every);

async function look() {
  const answer = await fetch("/health/ready", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) location.replace(again.href);
  else setTimeout(look, Math.max(every, answer ? retryAfter(answer.headers) : 0));
}
