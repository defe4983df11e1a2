/** The house: one room per capability of the trade, on a floor that knows no trade. */
@NullMarked
package fr.palabre;

import org.jspecify.annotations.NullMarked;
