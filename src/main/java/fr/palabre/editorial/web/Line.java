package fr.palabre.editorial.web;

import fr.palabre.editorial.ContentLine;

/**
 * A content in a list, as it is drawn.
 *
 * @param who wrote last, or submitted
 */
public record Line(ContentLine line, StageLook look, String who) {}
