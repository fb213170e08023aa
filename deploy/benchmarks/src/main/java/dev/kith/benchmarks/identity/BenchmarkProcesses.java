package dev.kith.benchmarks.identity;

import dev.kith.embedded.Part;

/** The processes and clients that a measurement uses. */
record BenchmarkProcesses(
    IdentityStepProcess step, Part broker, ProfileTopicClient wire, MembershipTable memberships) {

  Measurement effort() {
    return Measurement.soFar(step.part(), broker);
  }
}
