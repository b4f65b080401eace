"""Invented portal data for the tests, read by `odoo shell` from its standard input.

The last line printed starts with FYRA-SEED and carries, as JSON, who can log in with which key. A user's password is
the login. Everything here is made up; the addresses end in .example, which no mail server ever serves.
"""
import json
from datetime import datetime, timedelta

MARKER = 'FYRA-SEED'
# Ordinary users may not make keys that live longer than about three months.
KEY_DAYS = 60
NOW = datetime.utcnow().replace(microsecond=0)

# Assignments and tracked changes would otherwise queue e-mails and fill the chatter of every ticket.
env = env(context=dict(env.context, lang='en_US', tracking_disable=True, mail_auto_subscribe_no_notify=True))  # noqa: F821


# Files are kept in the database: a copy of it is then a whole portal.
env['ir.config_parameter'].set_param('ir_attachment.location', 'db')
env['ir.attachment'].force_storage()


# --- People ----------------------------------------------------------------------------------------------------------

env.company.write({'name': 'Furulund Affärssystem AB', 'email': 'support@furulund.example'})

CONSULTANT_GROUPS = ['base.group_user', 'hr_timesheet.group_hr_timesheet_user', 'project.group_project_user']


def api_key(user):
    keys = env['res.users.apikeys'].with_user(user)
    return keys._generate('rpc', 'workbench', NOW + timedelta(days=KEY_DAYS))


def consultant(name, login, language):
    user = env['res.users'].with_context(no_reset_password=True).create({
        'name': name,
        'login': login,
        'email': login,
        'password': login,
        'lang': language,
        'tz': 'Europe/Stockholm',
        'group_ids': [(6, 0, [env.ref(group).id for group in CONSULTANT_GROUPS])],
    })
    employee = env['hr.employee'].create({'name': name, 'user_id': user.id, 'work_email': login})
    return user, employee


def as_login(user):
    return {'login': user.login, 'apiKey': api_key(user)}


# One of them works in Swedish, the other in English: the server's own words differ between the two.
maja, maja_employee = consultant('Maja Lindqvist', 'maja@furulund.example', 'sv_SE')
oskar, oskar_employee = consultant('Oskar Bergström', 'oskar@furulund.example', 'en_US')
admin = env.ref('base.user_admin')
admin.tz = 'Europe/Stockholm'


# --- Customers -------------------------------------------------------------------------------------------------------

AGREEMENTS = ['On demand', 'Patch agreement', 'Maintenance and support', 'Support pack 25 h']
agreements = {name: env['res.partner.category'].create({'name': name}) for name in AGREEMENTS}


def customer(name, domain, language, agreement_names, contact_name, contact_login):
    company = env['res.partner'].create({
        'name': name,
        'is_company': True,
        'email': f'info@{domain}',
        'phone': '+46 8 12 34 00',
        'website': f'https://{domain}',
        'lang': language,
        'category_id': [(6, 0, [agreements[agreement].id for agreement in agreement_names])],
    })
    contact = env['res.partner'].create({
        'name': contact_name,
        'parent_id': company.id,
        'email': f'{contact_login}@{domain}',
        'lang': language,
    })
    return company, contact


bikes, elin = customer(
    'Norrskenets Cykel AB', 'norrskenetscykel.example', 'sv_SE', ['Maintenance and support'], 'Elin Wahlgren', 'elin')
coffee, johan = customer(
    'Bergslagens Kafferosteri AB', 'bergslagskaffe.example', 'sv_SE',
    ['Support pack 25 h', 'Patch agreement'], 'Johan Åkesson', 'johan')
lamps, sara = customer(
    'Harbour Lamps Ltd', 'harbourlamps.example', 'en_US', ['On demand'], 'Sara Whitfield', 'sara')


# --- The project -----------------------------------------------------------------------------------------------------

project = env['project.project'].create({
    'name': 'Kundsupport',
    'allow_timesheets': True,
    'privacy_visibility': 'portal',  # every employee reads it, invited customers see their own tickets
    'user_id': admin.id,
})

STAGES = [('Ny', False), ('Pågår', False), ('Väntar på kund', False), ('Löst', True)]
stages = {
    name: env['project.task.type'].create({
        'name': name, 'sequence': position, 'fold': fold, 'project_ids': [(6, 0, project.ids)], 'user_id': False,
    })
    for position, (name, fold) in enumerate(STAGES)
}

TAGS = [
    'Priority escalated', 'Escalation requested', 'System down', 'Order', 'Webshop', 'Shipping', 'Closing',
    'Point of sale', 'Invoicing',
]
tags = {name: env['project.tags'].create({'name': name}) for name in TAGS}


# --- Tickets ---------------------------------------------------------------------------------------------------------

def ticket(title, contact, stage, hours_ago, description, tag_names=(), assignees=None, **values):
    task = env['project.task'].create({
        'name': title,
        'project_id': project.id,
        'partner_id': contact.id,
        'stage_id': stages[stage].id,
        'user_ids': [(6, 0, (assignees or maja).ids)],
        'tag_ids': [(6, 0, [tags[tag].id for tag in tag_names])],
        'description': description,
        **values,
    })
    task.message_subscribe(partner_ids=contact.ids)
    # The moment of registration is what the queue is ordered by; the ORM offers no way to set it.
    env.cr.execute(
        'UPDATE project_task SET create_date = %(at)s, date_last_stage_update = %(at)s WHERE id = %(id)s',
        {'at': NOW - timedelta(hours=hours_ago), 'id': task.id})
    return task


def worked(task, employee, minutes, description, days_ago=0):
    env['account.analytic.line'].create({
        'date': (NOW - timedelta(days=days_ago)).date(),
        'name': description,
        'unit_amount': minutes / 60,
        'project_id': project.id,
        'task_id': task.id,
        'employee_id': employee.id,
    })


def customer_writes(task, contact, body):
    return task.message_post(
        author_id=contact.id, email_from=contact.email_formatted, body=body, message_type='email',
        subtype_xmlid='mail.mt_comment')


ticket(
    'Order kan inte bekräftas', elin, 'Ny', 3,
    '<p>När vi trycker på <b>Bekräfta</b> på S00042 händer ingenting. Det började i morse.</p>',
    ['Order'])
invoice = ticket(
    'Moms saknas på faktura INV/2026/00042', johan, 'Pågår', 30,
    '<p>Fakturan till kunden i Norge saknar momsrad. Vi väntade oss 25 %.</p>',
    ['Invoicing'], assignees=maja + oskar, allocated_hours=4)
worked(invoice, oskar_employee, 90, 'Felsökning av skatteregel', days_ago=1)
worked(invoice, oskar_employee, 80, 'Test i kopia av databasen')
ticket(
    'Systemet svarar inte', johan, 'Ny', 1,
    '<p>Ingen kommer in sedan klockan åtta. Sidan laddar och laddar.</p>',
    ['System down', 'Escalation requested'], priority='1')
webshop = ticket(
    'Webbutiken tar inte emot kortbetalning', elin, 'Pågår', 20,
    '<p>Kunderna kommer tillbaka till kassan utan kvittens.</p>',
    ['Webshop', 'Priority escalated'])
worked(webshop, maja_employee, 45, 'Genomgång av betalningslogg', days_ago=1)
waiting = ticket(
    'Fraktsedel skrivs ut på fel skrivare', sara, 'Väntar på kund', 75,
    '<p>The packing slip of WH/OUT/00012 comes out in the office instead of the warehouse.</p>',
    ['Shipping'])
customer_writes(
    waiting, sara, 'Hello, the printer in the warehouse is called "Lager 2". Does that help?')
ticket(
    'Fråga om rapport för lagersaldo', johan, 'Ny', 50,
    '<p>Hur får vi ut saldot per den sista i månaden?</p>')
ticket(
    'Periodstängning visar fel belopp', elin, 'Väntar på kund', 100,
    '<p>Momsrapporten stämmer inte med huvudboken, skillnaden är 1 250 kr.</p>',
    ['Closing'], date_deadline=NOW + timedelta(days=2))
solved = ticket(
    'Nytt lösenord till kassan', sara, 'Löst', 200,
    '<p>The cashier cannot log in any more.</p>', ['Point of sale'], state='1_done')
worked(solved, maja_employee, 20, 'Återställt lösenord och provat i kassan', days_ago=7)
ticket(
    'Import av artiklar från kalkylblad', sara, 'Pågår', 60,
    '<p>We would like to load 400 products.</p>', assignees=oskar)


# --- Prepaid hours ---------------------------------------------------------------------------------------------------

def prepaid(contact, quantity, unit, days_ago):
    product = env['product.product'].create({
        'name': 'Supportpaket', 'type': 'service', 'service_policy': 'ordered_prepaid', 'uom_id': env.ref(unit).id,
        'list_price': 1000,
    })
    order = env['sale.order'].create({
        'partner_id': contact.id,
        'order_line': [(0, 0, {'product_id': product.id, 'product_uom_qty': quantity})],
    })
    order.action_confirm()
    order.date_order = NOW - timedelta(days=days_ago)
    return order.order_line


hours = prepaid(johan, 25, 'uom.product_uom_hour', 40)
env['account.analytic.line'].search([('task_id', '=', invoice.id)]).write(
    {'so_line': hours.id, 'is_so_line_edited': True})
prepaid(elin, 3, 'uom.product_uom_day', 20)


# --- Who can log in --------------------------------------------------------------------------------------------------

logins = {'consultant': as_login(maja), 'colleague': as_login(oskar), 'admin': as_login(admin)}
env.cr.commit()
print(MARKER, json.dumps(logins))
