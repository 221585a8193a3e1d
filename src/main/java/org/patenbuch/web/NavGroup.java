package org.patenbuch.web;

import java.util.List;

/**
 * Entries of the navigation under one word; a module that has several declares them as one bean.
 *
 * @param key of its name in the message files
 * @param order smaller stands further left
 */
public record NavGroup(String key, int order, List<NavEntry> entries) {}
