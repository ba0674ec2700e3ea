"""City targets as an Airflow DAG: one task that makes the pages which are not up to date.

It is one task and not one a report: a run imports its libraries once and shares them, decides by hashes what there is
to do, and one report's failure stops no other. Needs Airflow 3 with apache-airflow-providers-standard.
"""

import datetime as dt

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

with DAG(
    dag_id="city_targets_reports",
    description="Make the pages of city targets that are not up to date",
    schedule="17 3 * * *",
    start_date=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    catchup=False,
    max_active_runs=1,
    tags=["reports"],
) as dag:
    BashOperator(
        task_id="report",
        bash_command=".venv/bin/city-targets report",
        cwd="/srv/city-targets",
        append_env=True,
        # 3 says that another run is at work: this one is skipped, not failed.
        skip_on_exit_code=3,
        # What can be cured by trying again, the command has tried again already.
        retries=0,
        execution_timeout=dt.timedelta(hours=2),
    )
