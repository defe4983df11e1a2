/** The web shell: pages, words, menu, errors, assets. */
@NullMarked
package fr.palabre.platform.web;

import org.jspecify.annotations.NullMarked;
