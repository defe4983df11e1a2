/** The people of the public, for programs. */
@NullMarked
package fr.palabre.community.web;

import org.jspecify.annotations.NullMarked;
