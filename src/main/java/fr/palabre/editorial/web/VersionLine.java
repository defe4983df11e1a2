package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentVersion;

/**
 * A version in a list.
 *
 * @param current whether the content says exactly this now
 */
public record VersionLine(ContentVersion version, String who, boolean current) {}
