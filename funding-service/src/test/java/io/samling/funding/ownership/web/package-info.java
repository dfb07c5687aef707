@NullMarked
package io.samling.funding.ownership.web;

import org.jspecify.annotations.NullMarked;
