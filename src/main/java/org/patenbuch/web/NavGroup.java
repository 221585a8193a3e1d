package org.patenbuch.web;

import java.util.List;

/** Several entries of the navigation; a module that has many declares them as one bean. */
public record NavGroup(List<NavEntry> entries) {}
