package fr.palabre.analytics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One large figure.
 *
 * @param change null where nothing may be compared
 * @param notes what one must know to read it: formula, part, usual range
 */
public record StatView(String name, String value, @Nullable ChangeView change,
    List<String> notes) {}
