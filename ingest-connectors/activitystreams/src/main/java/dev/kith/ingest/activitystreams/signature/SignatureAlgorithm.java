package dev.kith.ingest.activitystreams.signature;

import com.google.common.collect.ImmutableSet;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.stream.Stream;

/** Signature algorithms, with their names in draft-cavage-12 and in RFC 9421. */
enum SignatureAlgorithm {
  RSA_SHA256("RSA", "SHA256withRSA", "rsa-sha256", "rsa-v1_5-sha256", "hs2019", ""),
  RSA_SHA512("RSA", "SHA512withRSA", "rsa-sha512"),
  RSA_PSS_SHA512("RSA", "RSASSA-PSS", "rsa-pss-sha512", "hs2019", ""),
  ECDSA_P256_SHA256("EC", "SHA256withECDSAinP1363Format", "ecdsa-p256-sha256", ""),
  ED25519("EdDSA", "Ed25519", "ed25519", "hs2019", "");

  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1);

  private final String keyAlgorithm;
  private final String platformName;
  private final ImmutableSet<String> names;

  /** The empty name stands for a signature without an algorithm: the key determines it. */
  SignatureAlgorithm(String keyAlgorithm, String platformName, String... names) {
    this.keyAlgorithm = keyAlgorithm;
    this.platformName = platformName;
    this.names = ImmutableSet.copyOf(names);
  }

  /** Whether the key verifies the signature with an algorithm of that name. */
  static boolean verify(PublicKey key, String name, byte[] signed, byte[] signature) {
    return Stream.of(values())
        .filter(each -> each.names.contains(name) && each.keyAlgorithm.equals(key.getAlgorithm()))
        .anyMatch(each -> each.verify(key, signed, signature));
  }

  private boolean verify(PublicKey key, byte[] signed, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(platformName);
      if (this == RSA_PSS_SHA512) {
        verifier.setParameter(PSS);
      }
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a signature of another length or form
    }
  }
}
