package org.patenbuch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import org.axonframework.spring.stereotype.Aggregate;
import org.patenbuch.eventstore.Ledger;
import org.patenbuch.kernel.LedgerEvent;
import org.patenbuch.projections.View;
import org.springframework.transaction.annotation.Transactional;

@AnalyzeClasses(packages = "org.patenbuch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static void aggregates_are_hidden_and_know_neither_sql_nor_the_web(JavaClasses ledger) {
        classes()
                .that()
                .areAnnotatedWith(Aggregate.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("org.springframework.jdbc..", "org.springframework.web..", "java.sql..")
                .check(ledger);
    }

    @ArchTest
    static void facts_are_records_that_depend_on_nothing_but_words(JavaClasses ledger) {
        classes()
                .that()
                .implement(LedgerEvent.class)
                .and()
                .areNotInterfaces()
                .should()
                .beAssignableTo(Record.class)
                .andShould()
                .haveNameMatching(".*Event\\$\\w+") // where EventCodec looks for them
                .andShould()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.patenbuch..", "org.jspecify..")
                .check(ledger);
    }

    @ArchTest
    static void views_send_no_commands(JavaClasses ledger) {
        noClasses()
                .that()
                .implement(View.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Ledger.class)
                .check(ledger);
    }

    @ArchTest
    static void no_transaction_stands_around_the_ledger(JavaClasses ledger) {
        noClasses().should().beAnnotatedWith(Transactional.class).check(ledger);
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods()
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(ledger);
    }

    @ArchTest
    static void names_are_words_of_the_field(JavaClasses ledger) {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Mapper")
                .andShould()
                .haveSimpleNameNotEndingWith("Dto")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .check(ledger);
    }

    @ArchTest
    static void modules_have_no_sub_packages(JavaClasses ledger) {
        classes()
                .should()
                .resideInAPackage("org.patenbuch.*")
                .orShould()
                .be(Patenbuch.class)
                .check(ledger);
    }

    @ArchTest
    static void controllers_and_views_are_hidden_or_asked_by_name(JavaClasses ledger) {
        classes()
                .that()
                .haveSimpleNameEndingWith("Api")
                .or()
                .haveSimpleNameEndingWith("Pages")
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .check(ledger);
    }
}
