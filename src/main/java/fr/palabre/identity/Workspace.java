package fr.palabre.identity;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A brand.
 *
 * @param slug first segment of its addresses
 * @param zone the brand's wall clock
 * @param locale language the brand's public words are in by default
 * @param demo whether it lives on the demo network
 * @param ownerApproves whether, alone, its administrator may validate their own contents
 */
public record Workspace(
    WorkspaceId id,
    String slug,
    String name,
    ZoneId zone,
    Locale locale,
    boolean demo,
    boolean ownerApproves) {}
