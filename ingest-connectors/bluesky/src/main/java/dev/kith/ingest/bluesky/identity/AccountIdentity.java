package dev.kith.ingest.bluesky.identity;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The DID and the handles of an account, from its DID document.
 *
 * @param did permanent id of the account
 * @param handle that its DID document names; null if it names none or the handle belongs to another
 * @param isVerified whether the handle's domain names the DID, too
 * @param alsoKnownAs other addresses that the DID document names, unverified
 * @param formerHandles handles in earlier versions of the DID document, the latest first
 * @param server that hosts its repository; null if the document names none
 */
public record AccountIdentity(
    String did,
    @Nullable String handle,
    boolean isVerified,
    List<String> alsoKnownAs,
    List<String> formerHandles,
    @Nullable URI server) {}
