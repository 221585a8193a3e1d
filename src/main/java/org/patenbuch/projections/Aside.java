package org.patenbuch.projections;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets a view work on other tables than its live ones: inside, every statement on {@code funding.…} goes to
 * {@code funding_aside.…}, in the transaction that is open. Views name their tables with their schema and know nothing
 * of it, so the very same code builds the live rows and those that are compared with them.
 */
@Component
class Aside {
    private final DataSource dataSource;

    Aside(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    static String schema(String view) {
        return view + "_aside";
    }

    /** @param work run on this thread, which must be in a transaction */
    void in(String view, Runnable work) {
        ConnectionHolder live = (ConnectionHolder) TransactionSynchronizationManager.unbindResource(dataSource);
        Renaming renaming = new Renaming(Pattern.compile("\\b" + view + "\\."), schema(view) + ".");
        try {
            Connection aside = renaming.of(Connection.class, live.getConnection());
            TransactionSynchronizationManager.bindResource(dataSource, new ConnectionHolder(aside));
            try {
                work.run();
            } finally {
                TransactionSynchronizationManager.unbindResource(dataSource);
            }
        } finally {
            TransactionSynchronizationManager.bindResource(dataSource, live);
        }
    }

    private record Renaming(Pattern name, String other) {
        <T> T of(Class<T> type, Object target) {
            return type.cast(Proxy.newProxyInstance(
                    Aside.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                        if (args != null && args.length > 0 && args[0] instanceof String sql) {
                            args[0] = name.matcher(sql).replaceAll(other);
                        }
                        try {
                            Object result = method.invoke(target, args);
                            return method.getName().equals("createStatement") ? of(Statement.class, result) : result;
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    }));
        }
    }
}
