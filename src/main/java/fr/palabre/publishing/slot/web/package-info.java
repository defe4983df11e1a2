/** The slots on screen and for programs. */
@NullMarked
package fr.palabre.publishing.slot.web;

import org.jspecify.annotations.NullMarked;
