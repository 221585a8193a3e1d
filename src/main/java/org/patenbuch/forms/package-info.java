/**
 * Runs the way in: turns what people type and programs send into typed records, naming every mistake at once.
 *
 * <p>A form is a record; a component is required unless it is {@code @Nullable} (org.jspecify). Its name and type say
 * how it is read:
 *
 * <pre>{@code
 * record Add(
 *         @Nullable String id,                        // id, …Id, …Ids, @EntryId: an entry's name
 *         @Size(max = 200) String name,               // text: at most 2,000 characters unless @Size says otherwise
 *         PartnerKind kind,                           // an enum: its exact code
 *         @NotEmpty List<PartnerRole> roles,          // a list: of anything here
 *         LocalDate since,                            // JSON: 2013-12-31 only; typed: 31.12.2013 too
 *         @Positive long amountCents,                 // …Cents: JSON: whole cents; typed: 1.250,00 (AmountText)
 *         @Min(1) @Max(1440) int minutes,             // …Minutes: JSON: whole; typed: 1:30 or 90 (MinutesText)
 *         boolean restricted,                         // JSON: true, false; typed: ja, nein, yes, no; a ticked box
 *         @Nullable Consent consent) {}               // a nested record; typed as consent.givenOn
 *
 * @PostMapping Answer add(@Shaped PartnerForm.Add form)               // JSON; 400 names every problem, 415 other types
 * @PostMapping String add(@Shaped Bound<PartnerForm.Add> form, …)     // HTML fields; if (!form.good()) show it again
 * Bound<PartnerRow> row = binder.bind(PartnerRow.class, Source.row(cells));
 * }</pre>
 *
 * <p>Bean Validation's constraints on the components run after reading, also on those that are good beside bad ones. A
 * constraint may name a code of its own: {@code @Pattern(regexp = …, message = "form.not-a-month")}. What must hold
 * between fields a form says as {@link org.patenbuch.forms.Checked}. Every code has
 * its sentence in the message files, made by {@link org.patenbuch.forms.Sentences}. On a page,
 * {@code form.text('name')} is what was typed, {@code form.problems('name')} what is wrong with it.
 */
@ApplicationModule(allowedDependencies = {})
package org.patenbuch.forms;

import org.springframework.modulith.ApplicationModule;
