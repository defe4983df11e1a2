/** Evergreen queues on screen and for programs. */
@NullMarked
package fr.palabre.publishing.evergreen.web;

import org.jspecify.annotations.NullMarked;
