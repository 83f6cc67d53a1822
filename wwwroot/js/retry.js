// The page of a lost database goes away by itself once the database is back.
const again = document.querySelector("[data-retry]");

if (again) {
  setInterval(async () => {
    const answer = await fetch("/health/ready", { cache: "no-store" }).catch(() => null);
    if (answer?.ok) location.replace(again.href);
  }, 10_000);
}
