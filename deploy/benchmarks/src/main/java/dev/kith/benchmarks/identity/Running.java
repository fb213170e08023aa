package dev.kith.benchmarks.identity;

import dev.kith.embedded.Part;

/** What runs during a measurement. */
record Running(Step step, Part broker, Wire wire, Memberships memberships) {

  Effort effort() {
    return Effort.soFar(step.part(), broker);
  }
}
