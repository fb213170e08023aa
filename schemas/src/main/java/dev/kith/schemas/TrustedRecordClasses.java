package dev.kith.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/** Avro makes specific records only of classes that are trusted by name, since 1.12. */
public final class TrustedRecordClasses {
  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith("dev.kith.")));
  }

  private TrustedRecordClasses() {}

  /** Trusts the records of the contract; the first call does it, once and for all. */
  public static void register() {
    // Loading this class has done it.
  }
}
