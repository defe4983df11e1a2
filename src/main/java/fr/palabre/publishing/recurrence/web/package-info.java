/** Recurrences on screen and for programs. */
@NullMarked
package fr.palabre.publishing.recurrence.web;

import org.jspecify.annotations.NullMarked;
