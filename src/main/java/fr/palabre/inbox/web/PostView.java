package fr.palabre.inbox.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The post of ours a thread stands under; its words are unknown if it was published elsewhere. */
public record PostView(
    @Nullable String text,
    @Nullable String permalink,
    @Nullable Instant at,
    int likes,
    int shares,
    boolean removed) {}
