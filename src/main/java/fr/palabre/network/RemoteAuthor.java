package fr.palabre.network;

import org.jspecify.annotations.Nullable;

/** Someone of the public, as their network presents them. */
public record RemoteAuthor(
    String remoteId, String handle, String displayName, @Nullable String avatarUrl) {}
