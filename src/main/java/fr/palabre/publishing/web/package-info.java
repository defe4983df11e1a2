/** The publication board and its pages. */
@NullMarked
package fr.palabre.publishing.web;

import org.jspecify.annotations.NullMarked;
