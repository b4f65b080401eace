import capture from './capture.json';
import common from './common.json';
import details from './details.json';
import floating from './floating.json';
import handling from './handling.json';
import imports from './imports.json';
import limit from './limit.json';
import links from './links.json';
import portals from './portals.json';
import queue from './queue.json';
import reports from './reports.json';
import settings from './settings.json';
import sync from './sync.json';
import ticket from './ticket.json';
import timer from './timer.json';
import timesheet from './timesheet.json';
import unknown from './unknown.json';
import welcome from './welcome.json';

/** The texts in English, in one piece: a window reads them with one request. */
export default {
  capture,
  common,
  details,
  floating,
  handling,
  imports,
  limit,
  links,
  portals,
  queue,
  reports,
  settings,
  sync,
  ticket,
  timer,
  timesheet,
  unknown,
  welcome,
};
