package fr.palabre.platform.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page says of its tenant to one viewer.
 *
 * @param waiting how much waits, by the entry's address; 0 where nothing does
 * @param light the gravest of what the house says of its health; null when it says nothing
 */
record FrameNews(
    Map<String, Integer> waiting, HealthLight.@Nullable Light light,
    List<StandingNotice> notices) {}
