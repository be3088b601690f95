/* PartnerOffice: the check when the invitation to a board meeting is sent (R10).

   Classic Outlook for Windows runs this one file and nothing else: no page, no window, no import, no Office.onReady. So it is ES2016 without the
   conditional operator, asks no network, and is copied as it stands. It asks and never blocks: whatever fails, whatever is unknown, whatever takes too
   long ends with "send". What it compares with, the pane has laid into the appointment: who is expected, as marks and names, and no address. */
"use strict";

var poTexts = {
  de: {
    missing: "Nicht eingeladen: ",
    more: " und weitere",
    partner: "Die Koordination des Partners fehlt: ",
    outside: "Außerhalb des Vorstands eingeladen: ",
    outsideWhy: ". Die Tagesordnung hat vertrauliche Punkte.",
    agenda: "Im Text steht keine Tagesordnung.",
    moved: "Der Beginn wurde geändert: den Text neu übernehmen.",
    notice: "Volle Tage bis zur Sitzung: ",
    noticeOf: ", Frist: ",
    past: "Der Beginn ist schon vorbei.",
    open: "Der Termin ist nicht als privat gekennzeichnet.",
    look: "Im Bereich ansehen",
  },
  en: {
    missing: "Not invited: ",
    more: " and others",
    partner: "The partner's coordinator is missing: ",
    outside: "Invited from outside the board: ",
    outsideWhy: ". The agenda has confidential items.",
    agenda: "There is no agenda in the text.",
    moved: "The start was changed: put the text in anew.",
    notice: "Whole days until the meeting: ",
    noticeOf: ", notice: ",
    past: "The start is over already.",
    open: "The event is not marked as private.",
    look: "Look in the pane",
  },
};

/* Outlook shows 500 characters; waits five seconds before it tells people that something takes long. */
var poLongestMessage = 500;
var poPatience = 4000;
var poMostNames = 6;

function onAppointmentSend(event) {
  var finish = poOnce(event);
  if (typeof setTimeout === "function") {
    setTimeout(function () { finish(null); }, poPatience);
  }
  poTry(finish, function () {
    var item = Office.context.mailbox.item;
    poMeeting(item, finish, function (meeting) {
      if (!meeting) {
        finish(null);
        return;
      }
      var seen = { attendees: [], start: null, text: null, sensitivity: null };
      var reads = [
        function (next) { poRead(item.requiredAttendees, null, finish, function (value) { poAdd(seen, value); next(); }); },
        function (next) { poRead(item.optionalAttendees, null, finish, function (value) { poAdd(seen, value); next(); }); },
        function (next) { poRead(item.start, null, finish, function (value) { seen.start = value; next(); }); },
        function (next) { poRead(item.body, "text", finish, function (value) { seen.text = value; next(); }); },
        function (next) { poRead(item.sensitivity, null, finish, function (value) { seen.sensitivity = value; next(); }); },
      ];
      poInTurn(reads, 0, function () { finish(poFindings(meeting, seen, new Date())); });
    });
  });
}

/* Ends the event once, whoever comes first: the findings, an error or the clock. */
function poOnce(event) {
  var isDone = false;
  return function (findings) {
    if (isDone) {
      return;
    }
    isDone = true;
    if (!findings || findings.length === 0) {
      event.completed({ allowEvent: true });
      return;
    }
    event.completed({
      allowEvent: false,
      errorMessage: poMessage(findings),
      cancelLabel: poWords().look,
      commandId: "PartnerOffice.Open",
      contextData: JSON.stringify({ view: "check" }),
    });
  };
}

function poTry(finish, act) {
  try {
    act();
  } catch (error) {
    finish(null);
  }
}

function poInTurn(steps, at, end) {
  if (at === steps.length) {
    end();
    return;
  }
  steps[at](function () { poInTurn(steps, at + 1, end); });
}

/* A part of the appointment; null where this Outlook does not have it, or could not read it. */
function poRead(part, kind, finish, then) {
  var answer = function (result) {
    poTry(finish, function () {
      var value = null;
      if (result && result.status === "succeeded") {
        value = result.value;
      }
      then(value);
    });
  };
  if (!part || typeof part.getAsync !== "function") {
    then(null);
  } else if (kind) {
    part.getAsync(kind, answer);
  } else {
    part.getAsync(answer);
  }
}

/* What the pane noted in the appointment; null for every other appointment. Classic Outlook keeps the property only when the appointment was saved:
   until then the note of this window says the same. */
function poMeeting(item, finish, then) {
  var fromSession = function () {
    if (!item.sessionData || typeof item.sessionData.getAsync !== "function") {
      then(null);
      return;
    }
    item.sessionData.getAsync("po", function (result) {
      poTry(finish, function () {
        var note = null;
        if (result.status === "succeeded") {
          note = poParse(result.value);
        }
        then(note);
      });
    });
  };
  item.loadCustomPropertiesAsync(function (result) {
    poTry(finish, function () {
      var note = null;
      if (result.status === "succeeded") {
        note = poParse(result.value.get("po"));
      }
      if (note) {
        then(note);
      } else {
        fromSession();
      }
    });
  });
}

function poParse(json) {
  if (typeof json !== "string" || json === "") {
    return null;
  }
  var note = JSON.parse(json);
  if (note && note.v === 1 && Array.isArray(note.people)) {
    return note;
  }
  return null;
}

function poAdd(seen, recipients) {
  var i;
  for (i = 0; recipients && i < recipients.length; i++) {
    seen.attendees.push({ address: String(recipients[i].emailAddress || "").trim().toLowerCase(), name: String(recipients[i].displayName || "").trim() });
  }
}

/* The mark of an address: enough to know it again among some dozen, too little to read it back. The pane makes the same. */
function poMark(address) {
  var text = address.trim().toLowerCase(), mark = 0x811c9dc5, i;
  for (i = 0; i < text.length; i++) {
    mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193);
  }
  return (mark >>> 0).toString(36);
}

function poFindings(meeting, seen, now) {
  var words = poWords(), findings = [];
  if (meeting.board > 0) {
    poOutside(meeting, seen, words, findings);
  }
  poMissing(meeting, seen, words, findings);
  poWhen(meeting, seen, now, words, findings);
  if (meeting.agenda === 0 || (seen.text !== null && !/Tagesordnung|Agenda/i.test(seen.text))) {
    findings.push(words.agenda);
  }
  if (seen.sensitivity !== null && seen.sensitivity !== "private" && seen.sensitivity !== "confidential") {
    findings.push(words.open);
  }
  return findings;
}

function poMissing(meeting, seen, words, findings) {
  var missing = [], i;
  for (i = 0; i < meeting.people.length; i++) {
    if (!poIsThere(seen.attendees, meeting.people[i])) {
      missing.push(meeting.people[i][2]);
    }
  }
  if (missing.length > 0) {
    findings.push(words.missing + poNames(missing, words) + ".");
  }
  if (meeting.partner && !poIsThere(seen.attendees, meeting.partner)) {
    findings.push(words.partner + meeting.partner[2] + ".");
  }
}

/* Classic Outlook names people of the own house by a directory path instead of an address; then the name has to do. */
function poIsThere(attendees, person) {
  var i;
  for (i = 0; i < attendees.length; i++) {
    if (poMark(attendees[i].address) === person[1] || (attendees[i].address.indexOf("@") < 0 && attendees[i].name === person[2])) {
      return true;
    }
  }
  return false;
}

function poOutside(meeting, seen, words, findings) {
  var known = {}, outside = [], i;
  for (i = 0; i < meeting.people.length; i++) {
    known[meeting.people[i][1]] = true;
  }
  for (i = 0; meeting.others && i < meeting.others.length; i++) {
    known[meeting.others[i]] = true;
  }
  for (i = 0; i < seen.attendees.length; i++) {
    if (seen.attendees[i].address.indexOf("@") > 0 && !known[poMark(seen.attendees[i].address)]) {
      outside.push(seen.attendees[i].name || seen.attendees[i].address);
    }
  }
  if (outside.length > 0) {
    findings.push(words.outside + poNames(outside, words) + words.outsideWhy);
  }
}

/* Days on this computer's calendar: whoever sends an invitation to a board sits in its zone, or in one a few hours off. */
function poWhen(meeting, seen, now, words, findings) {
  if (!seen.start) {
    return;
  }
  var start = new Date(seen.start), days;
  if (start.getTime() < now.getTime()) {
    findings.push(words.past);
    return;
  }
  days = Math.max(0, Math.round((poDay(start) - poDay(now)) / 86400000) - 1);
  if (days < meeting.notice) {
    findings.push(words.notice + days + words.noticeOf + meeting.notice + ".");
  }
  if (meeting.start && meeting.start !== start.getTime()) {
    findings.push(words.moved);
  }
}

function poDay(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function poNames(names, words) {
  if (names.length <= poMostNames) {
    return names.join(", ");
  }
  return names.slice(0, poMostNames).join(", ") + words.more;
}

function poMessage(findings) {
  var message = "", i;
  for (i = 0; i < findings.length; i++) {
    if ((message + " " + findings[i]).length <= poLongestMessage) {
      message = (message + " " + findings[i]).trim();
    }
  }
  return message || findings[0].substring(0, poLongestMessage);
}

function poWords() {
  var language = String(Office.context.displayLanguage || "de").toLowerCase();
  if (language.indexOf("de") === 0) {
    return poTexts.de;
  }
  return poTexts.en;
}

if (typeof Office !== "undefined" && Office.actions) {
  Office.actions.associate("onAppointmentSend", onAppointmentSend);
}
