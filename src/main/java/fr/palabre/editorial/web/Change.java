package fr.palabre.editorial.web;

import fr.palabre.editorial.text.WordDiff;
import java.util.List;

/**
 * One thing that is not the same in two versions.
 *
 * @param what message key of the thing
 * @param where the account's name; empty for what is common
 * @param pieces what it said and what it says
 */
public record Change(String what, String where, List<WordDiff.Piece> pieces) {}
