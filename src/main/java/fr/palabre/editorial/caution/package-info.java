/** What one should know before settling on a date: too close, too many, said already. */
@NullMarked
package fr.palabre.editorial.caution;

import org.jspecify.annotations.NullMarked;
