// Faults that may be tried in one build: of different files, and each with tests of its own to fail.
export const batches = (mutants, size) => {
  const made = [];
  for (const mutant of mutants) {
    const parts = mutant.tests.split("|");
    const free = (batch) =>
      batch.length < size &&
      batch.every(({ file, tests }) => file !== mutant.file && !tests.split("|").some((part) => parts.includes(part)));
    const batch = made.find(free);
    if (batch) batch.push(mutant);
    else made.push([mutant]);
  }
  return made;
};

// The names of the failed tests in the results of a run (TRX).
export const namesFailed = (results) =>
  [...results.matchAll(/<UnitTestResult [^>]*>/g)]
    .filter(([tag]) => /\boutcome="Failed"/.test(tag))
    .map(([tag]) => tag.match(/\btestName="([^"]*)"/)[1]);
