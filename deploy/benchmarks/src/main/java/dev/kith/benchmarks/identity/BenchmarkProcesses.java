package dev.kith.benchmarks.identity;

import dev.kith.embedded.Part;

/** What runs during a measurement. */
record BenchmarkProcesses(
    IdentityStepProcess step, Part broker, ProfileTopicClient wire, MembershipTable memberships) {

  Measurement effort() {
    return Measurement.soFar(step.part(), broker);
  }
}
