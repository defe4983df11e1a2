package fr.palabre.editorial;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** A validated content with its date: exactly what is to be sent, and when. */
public record ReadyContent(
    ContentId id,
    String title,
    String hash,
    LocalDateTime plannedLocal,
    ZoneId zone,
    List<ReadyAdaptation> adaptations) {}
