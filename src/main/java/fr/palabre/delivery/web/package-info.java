/** Stopping what goes out, for programs. */
@NullMarked
package fr.palabre.delivery.web;

import org.jspecify.annotations.NullMarked;
